package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of text in which {@code W_Q} is set as W with a small, low Q. */
final class Rich {

  private static final Pattern SYMBOL = Pattern.compile("([A-Za-z])_([A-Za-z0-9]+)");

  private Rich() {}

  static double width(String text, Type type, TextMeasure measure) {
    double width = 0;
    int at = 0;
    Matcher symbol = SYMBOL.matcher(text);
    while (symbol.find()) {
      width += measure.width(text.substring(at, symbol.start()), type);
      width += Symbol.of(symbol.group(1), symbol.group(2)).width(type, measure);
      at = symbol.end();
    }
    return width + measure.width(text.substring(at), type);
  }

  /** Draws it from left to right on a baseline. */
  static void draw(Drawing drawing, double x, double y, String text, Type type, Ink ink) {
    double now = x;
    int at = 0;
    Matcher symbol = SYMBOL.matcher(text);
    while (symbol.find()) {
      String before = text.substring(at, symbol.start());
      drawing.text(now, y, before, type, ink, Align.START);
      now += drawing.measure().width(before, type);
      now = Symbol.of(symbol.group(1), symbol.group(2)).draw(drawing, now, y, type, ink);
      at = symbol.end();
    }
    drawing.text(now, y, text.substring(at), type, ink, Align.START);
  }
}
