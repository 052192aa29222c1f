package attentionscope.figure;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at its spaces. */
public final class Wrap {

  private Wrap() {}

  /**
   * As few lines as the words allow; a word wider than a line has one to itself.
   *
   * @param width of a line, in pixels
   */
  public static List<String> lines(String text, Type type, double width, TextMeasure measure) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && measure.width(longer, type) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  /** As {@link #lines}, the last line shortened where there would be more than these. */
  public static List<String> lines(
      String text, Type type, double width, int most, TextMeasure measure) {
    List<String> all = lines(text, type, width, measure);
    if (all.size() <= most) {
      return all;
    }
    List<String> lines = new ArrayList<>(all.subList(0, most - 1));
    String rest = String.join(" ", all.subList(most - 1, all.size()));
    lines.add(measure.shortened(rest, type, width));
    return lines;
  }
}
