package attentionscope.yaml;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The keys of one mapping, asked for one by one. Whatever has the wrong type is a fault, and so is,
 * at the end ({@link #finish}), every key that nobody asked for.
 */
public final class Fields {
  /** Longer than any id, key or sentence of a lesson. */
  private static final int LONGEST_TEXT = 1000;

  private final Path file;
  private final Faults faults;
  private final YamlValue.Mapping mapping;
  private final TreeSet<String> known = new TreeSet<>();

  public Fields(Path file, YamlValue.Mapping mapping, Faults faults) {
    this.file = file;
    this.mapping = mapping;
    this.faults = faults;
  }

  /** The keys of a value that has to be a mapping; without any where it is not. */
  public static Fields of(Path file, YamlValue value, String what, Faults faults) {
    if (value instanceof YamlValue.Mapping mapping) {
      return new Fields(file, mapping, faults);
    }
    faults.add(file, value.line(), "yaml.problem.not-mapping", what);
    return new Fields(file, new YamlValue.Mapping(value.line(), Map.of()), faults);
  }

  public Path file() {
    return file;
  }

  public Faults faults() {
    return faults;
  }

  /** The line the mapping begins on. */
  public int line() {
    return mapping.line();
  }

  /** The line of a key, or the mapping's own where it has no such key. */
  public int line(String key) {
    YamlValue.Entry entry = mapping.entries().get(key);
    return entry == null ? line() : entry.line();
  }

  /** The lines of all keys. */
  public Lines lines() {
    Map<String, Integer> keys = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> keys.put(key, entry.line()));
    return new Lines(line(), keys);
  }

  /** All keys, whatever they are; none of them is a fault any more. */
  public Collection<String> anyKeys() {
    known.addAll(mapping.entries().keySet());
    return mapping.entries().keySet();
  }

  public boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  public Optional<YamlValue> value(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key)).map(YamlValue.Entry::value);
  }

  /** The value of a key that has to be there. */
  public Optional<YamlValue> required(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isEmpty()) {
      faults.add(file, line(), "yaml.problem.missing-key", key);
    }
    return value;
  }

  /** A word or a text. */
  public Optional<String> text(String key) {
    return value(key).flatMap(value -> scalar(key, value));
  }

  /** A word or a text that has to be there. */
  public Optional<String> requiredText(String key) {
    return required(key).flatMap(value -> scalar(key, value));
  }

  /** A whole number between two bounds. */
  public Optional<Integer> whole(String key, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("-?\\d{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    faults.add(file, line(key), "yaml.problem.not-whole", key, least, most, text.get());
    return Optional.empty();
  }

  /** Any number. */
  public Optional<Double> number(String key) {
    Optional<String> text = text(key);
    if (text.isPresent() && !isNumber(text.get())) {
      faults.add(file, line(key), "yaml.problem.not-number", key, text.get());
      return Optional.empty();
    }
    return text.map(Double::parseDouble);
  }

  /** Whether a text is a number as files have them. */
  public static boolean isNumber(String text) {
    return text.length() <= 40 && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,2})?");
  }

  /** {@code on} or {@code off}. */
  public Optional<Boolean> onOff(String key) {
    return oneOf(key, Map.of("on", true, "off", false));
  }

  /** One of a few words, each of which stands for something. */
  public <T> Optional<T> oneOf(String key, Map<String, T> words) {
    Optional<String> text = text(key);
    if (text.isPresent() && !words.containsKey(text.get())) {
      Problem unknown = Faults.unknown("yaml.problem.not-one-of", text.get(), words.keySet());
      faults.add(file, line(key), unknown);
      return Optional.empty();
    }
    return text.map(words::get);
  }

  /** Several values; one alone counts as a list of one. */
  public List<YamlValue> list(String key) {
    return value(key)
        .map(value -> value instanceof YamlValue.Sequence(int _, var all) ? all : List.of(value))
        .orElse(List.of());
  }

  /** Several words or texts with their lines; one alone counts as a list of one. */
  public List<YamlValue.Scalar> texts(String key) {
    List<YamlValue.Scalar> texts = new ArrayList<>();
    for (YamlValue value : list(key)) {
      scalar(key, value).ifPresent(text -> texts.add(new YamlValue.Scalar(value.line(), text)));
    }
    return texts;
  }

  /** The mapping of a key; empty where there is none. */
  public Optional<Fields> fields(String key) {
    return value(key).map(value -> of(file, value, key, faults));
  }

  /** A mapping of names to texts, in the order of the file. */
  public Map<String, YamlValue.Scalar> named(String key) {
    Map<String, YamlValue.Scalar> named = new LinkedHashMap<>();
    fields(key)
        .ifPresent(
            fields -> {
              for (String name : fields.anyKeys()) {
                fields
                    .text(name)
                    .ifPresent(
                        text -> named.put(name, new YamlValue.Scalar(fields.line(name), text)));
              }
            });
    return named;
  }

  /** Names every key that was not asked for, with the nearest that are known. */
  public void finish() {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                faults.unknown(file, entry.line(), "yaml.problem.unknown-key", key, known);
              }
            });
  }

  private Optional<String> scalar(String key, YamlValue value) {
    if (!(value instanceof YamlValue.Scalar(int line, String text)) || text.isBlank()) {
      faults.add(file, value.line(), "yaml.problem.not-text", key);
      return Optional.empty();
    }
    if (text.length() > LONGEST_TEXT) {
      faults.add(file, line, "yaml.problem.long-text", key, LONGEST_TEXT);
      return Optional.empty();
    }
    return Optional.of(text);
  }
}
