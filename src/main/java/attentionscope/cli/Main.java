package attentionscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the program starts. Not an {@code Application}, so that JavaFX runs from the class path.
 */
public final class Main {
  /**
   * Names a file that receives the exit code. {@code mvnw} reads it there: to a program that fails
   * Maven adds ten lines of its own.
   */
  private static final String EXIT_FILE = "attentionscope.exit";

  private Main() {}

  /** Runs the command that {@code args} name and ends with its exit code. */
  public static void main(String[] args) throws IOException {
    StartUp.prepare();
    int code = Commands.line().execute(args);
    String exitFile = System.getProperty(EXIT_FILE, "");
    if (exitFile.isEmpty()) {
      System.exit(code);
    }
    Files.writeString(Path.of(exitFile), Integer.toString(code));
    System.exit(0);
  }
}
