package attentionscope.app;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.view.Theme;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * Preferences in the user's own folder for settings.
 *
 * @param file where they are kept
 */
public record PreferencesFile(Path file) {

  private static final long LARGEST = 64 * 1024;
  private static final String LANGUAGE = "language";
  private static final String THEME = "theme";

  /** Of what was opened, with a number from 0 behind it. */
  private static final String RECENT = "recent.";

  /** The file in the place that this system has for settings. */
  public static PreferencesFile usual() {
    return new PreferencesFile(
        folder(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"))
            .resolve("attention-scope")
            .resolve("preferences.properties"));
  }

  static Path folder(String system, Map<String, String> environment, String home) {
    if (system.startsWith("Windows")) {
      return Path.of(environment.getOrDefault("APPDATA", home));
    }
    if (system.startsWith("Mac")) {
      return Path.of(home, "Library", "Application Support");
    }
    String given = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return given.isEmpty() ? Path.of(home, ".config") : Path.of(given);
  }

  /** What was chosen; nothing where the file is missing or can't be read. */
  public Preferences read() {
    if (!Files.isRegularFile(file)) {
      return Preferences.NONE;
    }
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(BoundedFile.readText(file, LARGEST)));
      return new Preferences(
          Optional.ofNullable(properties.getProperty(LANGUAGE)),
          Optional.ofNullable(properties.getProperty(THEME)).flatMap(Theme::ofKey),
          IntStream.range(0, Preferences.MOST_RECENT)
              .mapToObj(i -> Optional.ofNullable(properties.getProperty(RECENT + i)))
              .flatMap(Optional::stream)
              .toList());
    } catch (Problem | IOException | IllegalArgumentException unreadable) {
      // A spoilt file of settings is no reason not to start: it is written anew.
      return Preferences.NONE;
    }
  }

  /**
   * Keeps them.
   *
   * @throws Problem when the file can't be written
   */
  public void write(Preferences preferences) throws Problem {
    Properties properties = new Properties();
    preferences.language().ifPresent(code -> properties.setProperty(LANGUAGE, code));
    preferences.theme().ifPresent(theme -> properties.setProperty(THEME, theme.key()));
    for (int i = 0; i < preferences.recent().size(); i++) {
      properties.setProperty(RECENT + i, preferences.recent().get(i));
    }
    StringWriter text = new StringWriter();
    try {
      properties.store(text, "Attention Scope");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text.toString());
    } catch (IOException fault) {
      throw new Problem(fault, "app.problem.preferences", file, BoundedFile.said(fault));
    }
  }
}
