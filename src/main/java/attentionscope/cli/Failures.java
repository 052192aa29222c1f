package attentionscope.cli;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong, and ends with 1. */
record Failures(ProgramFolder program) implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    print(failure, line.getErr());
    return 1;
  }

  /** One line. */
  void print(Exception failure, PrintWriter err) {
    err.println("attention-scope: " + say(failure).replaceAll("\\p{Cntrl}+", " "));
  }

  private String say(Exception failure) {
    if (!(failure instanceof Problem problem)) {
      return failure.toString();
    }
    try {
      return Languages.load(program).suiting(Locale.getDefault()).say(problem);
    } catch (Problem | IllegalArgumentException e) {
      return problem.getMessage() + " (" + program.home() + " holds no texts for it)";
    }
  }
}
