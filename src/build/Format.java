import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares every Java file with what google-java-format makes of it, or with {@code apply} rewrites
 * it. The build runs this file as it stands: {@code verify} compares, {@code ./mvnw -Pformat}
 * rewrites.
 */
final class Format {

  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean apply = List.of(args).contains("apply");
    List<Path> sources;
    try (var paths = Files.walk(Path.of("src"))) {
      sources = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    int faults = 0;
    for (Path source : sources) {
      String text = Files.readString(source);
      try {
        String formatted = new Formatter().formatSourceAndFixImports(text);
        if (formatted.equals(text)) {
          continue;
        }
        if (apply) {
          Files.writeString(source, formatted);
          IO.println("formatted " + source);
        } else {
          faults++;
          IO.println("not formatted: " + source + " (run ./mvnw -Pformat)");
        }
      } catch (FormatterException e) {
        faults++;
        IO.println("cannot be read: " + source + ": " + e.getMessage());
      }
    }
    System.exit(faults == 0 ? 0 : 1);
  }
}
