package attentionscope.cli;

import attentionscope.app.Program;
import attentionscope.app.Snapshots;
import attentionscope.files.Problem;
import attentionscope.language.Language;
import attentionscope.language.Texts;
import attentionscope.view.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how pictures look. */
final class Appearance {

  private static final int SMALLEST = 320;
  private static final int LARGEST = 8192;

  @Option(names = "--theme", paramLabel = "light|dark", description = "Default: light.")
  private Theme theme = Theme.LIGHT;

  @Option(names = "--lang", paramLabel = "en|ko", description = "Default: the system's language.")
  private Optional<String> language = Optional.empty();

  @Option(names = "--size", paramLabel = "WxH", description = "Default: 1440x900.")
  private Snapshots.Size size = Snapshots.Size.USUAL;

  Theme theme() {
    return theme;
  }

  Snapshots.Size size() {
    return size;
  }

  /**
   * The texts of the language asked for.
   *
   * @throws Problem when the program does not know it
   */
  Texts texts(Program program) throws Problem {
    if (language.isEmpty()) {
      return program.languages().suiting(Locale.getDefault());
    }
    List<String> known = program.languages().all().stream().map(Language::code).toList();
    return program
        .languages()
        .find(language.get())
        .orElseThrow(
            () -> new Problem("cli.problem.language", language.get(), String.join(", ", known)));
  }

  /** Reads {@code light} and {@code dark}. */
  static final class ThemeReader implements ITypeConverter<Theme> {
    @Override
    public Theme convert(String text) {
      return Theme.ofKey(text)
          .orElseThrow(() -> new TypeConversionException("'" + text + "' is not light or dark"));
    }
  }

  /** Reads {@code 1440x900}. */
  static final class SizeReader implements ITypeConverter<Snapshots.Size> {
    @Override
    public Snapshots.Size convert(String text) {
      if (text.matches("\\d{1,5}x\\d{1,5}")) {
        int width = Integer.parseInt(text.substring(0, text.indexOf('x')));
        int height = Integer.parseInt(text.substring(text.indexOf('x') + 1));
        if (Math.min(width, height) >= SMALLEST && Math.max(width, height) <= LARGEST) {
          return new Snapshots.Size(width, height);
        }
      }
      throw new TypeConversionException(
          "'%s' is not a size such as 1440x900, from %d to %d".formatted(text, SMALLEST, LARGEST));
    }
  }
}
