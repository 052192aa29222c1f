package attentionscope.files;

import java.nio.file.Path;

/**
 * The folder the program lies in; it holds {@code assets} and {@code lessons}.
 *
 * @param home absolute path
 */
public record ProgramFolder(Path home) {
  /** System property that names the folder; launchers, the start goal and the tests set it. */
  public static final String PROPERTY = "attentionscope.home";

  public ProgramFolder {
    home = home.toAbsolutePath().normalize();
  }

  /** The folder named by {@link #PROPERTY}, else the working directory. */
  public static ProgramFolder find() {
    String named = System.getProperty(PROPERTY, "");
    return new ProgramFolder(Path.of(named.isBlank() ? "" : named));
  }

  /** Fonts, models, languages and screenshots. */
  public Path assets() {
    return home.resolve("assets");
  }

  /** One folder a lesson. */
  public Path lessons() {
    return home.resolve("lessons");
  }
}
