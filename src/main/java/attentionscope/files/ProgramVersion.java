package attentionscope.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program, as the build wrote it beside this class. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** Such as {@code 0.1.0}. */
  public static String read() {
    Properties program = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream("program.properties")) {
      program.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(program.getProperty("version"));
  }
}
