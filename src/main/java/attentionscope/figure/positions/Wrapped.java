package attentionscope.figure.positions;

import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words. */
final class Wrapped {

  private Wrapped() {}

  /**
   * @param width how wide a line may be; a word that is wider is shortened
   */
  static List<String> lines(String text, Type type, double width, TextMeasure measure) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && measure.width(longer, type) > width) {
        lines.add(measure.shortened(line, type, width));
        line = word;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) {
      lines.add(measure.shortened(line, type, width));
    }
    return lines;
  }
}
