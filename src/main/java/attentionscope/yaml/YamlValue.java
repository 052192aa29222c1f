package attentionscope.yaml;

import java.util.List;
import java.util.Map;

/** A value of a YAML file with the line it begins on. */
public sealed interface YamlValue {

  /** From 1. */
  int line();

  /**
   * One word or text.
   *
   * @param text without quotes
   */
  record Scalar(int line, String text) implements YamlValue {}

  /** Several values, in order. */
  record Sequence(int line, List<YamlValue> values) implements YamlValue {
    public Sequence {
      values = List.copyOf(values);
    }
  }

  /**
   * Named values, in the order of the file.
   *
   * @param entries by key
   */
  record Mapping(int line, Map<String, Entry> entries) implements YamlValue {}

  /**
   * A named value.
   *
   * @param line of the name
   */
  record Entry(int line, YamlValue value) {}
}
