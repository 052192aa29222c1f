package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;

/** Words below columns, and what a row of them is called. */
final class Words {

  private static final double SMALLEST = 9;

  private Words() {}

  /** A word in the middle of its place, smaller or shortened where it is too wide. */
  static void draw(Drawing drawing, Rect place, String word, Type type, Ink ink) {
    double share = (place.width() - 1) / Math.max(1e-9, drawing.measure().width(word, type));
    Type fits =
        type.size(Math.clamp(Math.floor(type.size() * share * 2) / 2, SMALLEST, type.size()));
    String shown = drawing.measure().shortened(word, fits, Math.max(place.width() - 1, 8));
    drawing.text(
        place.centerX(), drawing.measure().baselineIn(place, fits), shown, fits, ink, Align.MIDDLE);
  }

  /** What a row is called, at its left. */
  static void name(Drawing drawing, double x, double y, double height, String key) {
    Rect line = new Rect(x, y, 1, height);
    drawing.text(
        x,
        drawing.measure().baselineIn(line, Style.SMALL),
        drawing.frame().text(key),
        Style.SMALL,
        Ink.FAINT,
        Align.START);
  }
}
