package attentionscope.view.help;

import java.util.List;

/**
 * A line of the help sheet.
 *
 * @param keys as they stand on the keyboard, each an alternative
 * @param does what they do
 */
public record KeyLine(List<String> keys, String does) {
  public KeyLine {
    keys = List.copyOf(keys);
  }
}
