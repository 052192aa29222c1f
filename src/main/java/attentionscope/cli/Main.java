package attentionscope.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Starts the program. It does not extend {@code Application}, so that JavaFX runs from the class
 * path.
 */
@Command(
    name = "attention-scope",
    mixinStandardHelpOptions = true,
    version = "Attention Scope 0.1.0",
    description = "Shows every number of attention and says why it is what it is.")
public final class Main implements Runnable {

  private Main() {}

  /** Runs the command that {@code args} name and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
