package attentionscope.yaml;

import java.util.Map;

/**
 * Where something stands in a file, for what is found wrong later.
 *
 * @param line it begins on
 * @param keys the lines of its keys
 */
public record Lines(int line, Map<String, Integer> keys) {
  public Lines {
    keys = Map.copyOf(keys);
  }

  /** The line of a key, or of the whole where it has no such key. */
  public int of(String key) {
    return keys.getOrDefault(key, line);
  }
}
