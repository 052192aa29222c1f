package attentionscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.ProgramFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that is used exists in every language, and every text that exists is used. */
class TranslationsTest {
  /** A text, and the file (without its language) that holds it. */
  private record Entry(String file, String pattern) {}

  private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[a-z0-9_-]+)+");
  private static final Pattern FILE_NAME =
      Pattern.compile(
          ".*\\.(?:properties|safetensors|npz|npy|json|csv|yaml|md|css|java|bin|pt|txt)");

  private final Map<String, Map<String, Entry>> languages = languages();
  private final Set<String> literals = new TreeSet<>();
  private final Set<String> prefixes = new TreeSet<>();

  TranslationsTest() throws IOException {
    Path sources = Path.of(System.getProperty("basedir", "")).resolve("src/main/java");
    for (Path source : below(sources, ".java")) {
      String text = Files.readString(source);
      literals.addAll(JavaStrings.literals(text));
      prefixes.addAll(JavaStrings.prefixes(text));
    }
    assertTrue(literals.size() > 10, "no sources under " + sources.toAbsolutePath());
  }

  @Test
  void everyLanguageHasEveryKey() {
    Map<String, Entry> all = all();
    List<String> faults = new ArrayList<>();
    languages.forEach(
        (code, texts) ->
            all.forEach(
                (key, entry) -> {
                  if (!texts.containsKey(key)) {
                    faults.add(line(code, key, entry));
                  }
                }));
    assertNone("Texts missing in a language; paste and translate", faults);
  }

  @Test
  void placesAreTheSameInEveryLanguage() {
    List<String> faults = new ArrayList<>();
    all()
        .forEach(
            (key, first) ->
                languages.forEach(
                    (code, texts) -> {
                      Entry entry = texts.getOrDefault(key, first);
                      if (!places(entry.pattern).equals(places(first.pattern))) {
                        faults.add(line(code, key, entry) + "   # places " + places(first.pattern));
                      }
                    }));
    assertNone("Texts whose places differ between languages", faults);
  }

  @Test
  void everyTextIsUsed() {
    List<String> faults = new ArrayList<>();
    languages.forEach(
        (code, texts) ->
            texts.forEach(
                (key, entry) -> {
                  if (!literals.contains(key) && prefixes.stream().noneMatch(key::startsWith)) {
                    faults.add(line(code, key, entry));
                  }
                }));
    assertNone(
        "Texts that no source names; delete, or name their beginning in @BuildsKeys", faults);
  }

  @Test
  void everyKeyInTheSourcesHasAText() {
    Map<String, Entry> all = all();
    Set<String> rooms =
        all.keySet().stream().map(TranslationsTest::room).collect(Collectors.toSet());
    List<String> faults = new ArrayList<>();
    for (String literal : literals) {
      if (KEY.matcher(literal).matches()
          && rooms.contains(room(literal))
          && !all.containsKey(literal)
          && !FILE_NAME.matcher(literal).matches()) {
        languages
            .keySet()
            .forEach(
                code -> faults.add(code + "/" + room(literal) + ".properties: " + literal + " = "));
      }
    }
    assertNone("Keys in the sources without a text; paste and write it", faults);
  }

  @Test
  void everyNamedBeginningHasTexts() {
    Set<String> keys = all().keySet();
    List<String> faults =
        prefixes.stream()
            .filter(p -> !p.endsWith(".") || keys.stream().noneMatch(k -> k.startsWith(p)))
            .toList();
    assertNone("Beginnings in @BuildsKeys that end in no dot or that no key has", faults);
  }

  @Test
  void textsAreWellFormed() {
    List<String> faults = new ArrayList<>();
    languages.forEach(
        (code, texts) ->
            texts.forEach(
                (key, entry) -> {
                  String fault = fault(code, key, entry);
                  if (!fault.isEmpty()) {
                    faults.add(
                        code
                            + "/"
                            + entry.file
                            + ": "
                            + key
                            + " = "
                            + entry.pattern
                            + "   # "
                            + fault);
                  }
                }));
    assertNone("Faulty texts", faults);
  }

  private static String line(String code, String key, Entry entry) {
    return code + "/" + entry.file + ": " + key + " = " + entry.pattern;
  }

  private static String fault(String code, String key, Entry entry) {
    List<String> particles =
        Texts.PLACE
            .matcher(entry.pattern)
            .results()
            .map(r -> r.group(2))
            .filter(p -> p != null)
            .toList();
    if (!KEY.matcher(key).matches() || !entry.file.equals(room(key) + ".properties")) {
      return "a key starts with the name of its file and has small letters, digits, - _ and .";
    } else if (entry.pattern.isBlank() || !entry.pattern.equals(entry.pattern.strip())) {
      return "blank, or with space around it";
    } else if (!Particles.names().containsAll(particles)) {
      return "particles are " + Particles.names();
    } else if (!code.equals("ko") && !particles.isEmpty()) {
      return "particles are Korean";
    } else if (entry.pattern.matches(".*\\{\\d+}(?:은|는|이|가|을|를|과|와|으로|로)(?: .*|[.,]?|\\(.*)")) {
      return "write {0|을를}, so that the particle fits";
    }
    return "";
  }

  private static void assertNone(String what, List<String> faults) {
    assertEquals(List.of(), faults, () -> what + ":\n" + String.join("\n", faults) + "\n");
  }

  /** Every key of any language; where several have it, the text of the first. */
  private Map<String, Entry> all() {
    Map<String, Entry> all = new TreeMap<>();
    languages.values().forEach(texts -> texts.forEach(all::putIfAbsent));
    return all;
  }

  private static Set<String> places(String pattern) {
    return Texts.PLACE
        .matcher(pattern)
        .results()
        .map((MatchResult r) -> "{" + r.group(1) + "}")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String room(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static Map<String, Map<String, Entry>> languages() throws IOException {
    Path folder = ProgramFolder.find().assets().resolve("languages");
    Map<String, Map<String, Entry>> languages = new TreeMap<>();
    for (Path file : below(folder, ".properties")) {
      Properties properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      Map<String, Entry> texts =
          languages.computeIfAbsent(
              folder.relativize(file).getName(0).toString(), c -> new TreeMap<>());
      properties.forEach(
          (key, pattern) ->
              texts.put((String) key, new Entry(file.getFileName().toString(), (String) pattern)));
    }
    assertTrue(languages.size() >= 2, "languages under " + folder);
    return languages;
  }

  private static List<Path> below(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
