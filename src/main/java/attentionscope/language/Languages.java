package attentionscope.language;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every language found under {@code assets/languages}; a folder more is a language more. */
public final class Languages {
  private static final long LARGEST_FILE = 4L << 20;
  private static final String FALLBACK = "en";

  private final List<Texts> texts;

  private Languages(List<Texts> texts) {
    this.texts = texts;
  }

  /**
   * Reads all languages.
   *
   * @throws Problem if there is none, or a file of one cannot be read or holds a key twice
   */
  public static Languages load(ProgramFolder program) throws Problem {
    Path folder = program.assets().resolve("languages");
    List<Texts> texts = new ArrayList<>();
    for (Path language : list(folder)) {
      if (Files.isDirectory(language)) {
        texts.add(read(language));
      }
    }
    if (texts.isEmpty()) {
      throw new Problem("language.problem.none", folder);
    }
    return new Languages(List.copyOf(texts));
  }

  /** All languages in the order of their codes. */
  public List<Language> all() {
    return texts.stream().map(Texts::language).toList();
  }

  /** The texts of the language with this code, such as {@code ko}. */
  public Optional<Texts> find(String code) {
    return texts.stream().filter(t -> t.language().code().equals(code)).findFirst();
  }

  /** The texts for a system set to this locale: its language where it is known, else English. */
  public Texts suiting(Locale locale) {
    return find(locale.getLanguage()).or(() -> find(FALLBACK)).orElse(texts.getFirst());
  }

  private static Texts read(Path folder) throws Problem {
    Map<String, String> patterns = new TreeMap<>();
    for (Path file : list(folder)) {
      if (file.toString().endsWith(".properties")) {
        read(file, patterns);
      }
    }
    String ownName = patterns.get("language.name");
    if (ownName == null) {
      throw new Problem("language.problem.no-name", folder);
    }
    return new Texts(new Language(folder.getFileName().toString(), ownName), patterns);
  }

  private static void read(Path file, Map<String, String> patterns) throws Problem {
    // Properties keeps the last of two equal keys and says nothing.
    Properties properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object value) {
            if (patterns.putIfAbsent((String) key, (String) value) != null) {
              throw new IllegalArgumentException((String) key);
            }
            return value;
          }
        };
    try {
      properties.load(new StringReader(BoundedFile.readText(file, LARGEST_FILE)));
    } catch (IllegalArgumentException e) {
      throw new Problem(e, "language.problem.bad-key", file, BoundedFile.said(e));
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", file, BoundedFile.said(e));
    }
  }

  private static List<Path> list(Path folder) throws Problem {
    if (!Files.isDirectory(folder)) {
      throw new Problem("files.problem.missing", folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", folder, BoundedFile.said(e));
    }
  }
}
