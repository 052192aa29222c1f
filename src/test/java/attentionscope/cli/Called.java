package attentionscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command answered.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it complained of
 */
record Called(int code, String out, String err) {

  static Called with(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return new Called(line.execute(args), out.toString(), err.toString());
  }
}
