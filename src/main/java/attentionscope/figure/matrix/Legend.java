package attentionscope.figure.matrix;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;
import org.ejml.data.FMatrixRMaj;

/** The line under a matrix that says what its colours mean. */
public final class Legend {

  /** How tall the line is. */
  public static final double HEIGHT = 22;

  private static final Type TYPE = Type.ui(11);
  private static final double BAR = 72;
  private static final double THICK = 8;
  private static final double SPACE = 6;
  private static final double SAMPLE = 18;

  private Legend() {}

  /**
   * Draws as much of it as there is room for.
   *
   * @param x where it begins where there is room enough
   * @param room it must not leave
   * @param y the middle of the line
   * @param masked whether hatching has to be explained
   * @return where it ends
   */
  public static double draw(
      Drawing drawing, double x, Rect room, double y, ColorScale scale, boolean masked) {
    return draw(drawing, x, room, y, scale, masked, false);
  }

  /**
   * As {@link #draw(Drawing, double, Rect, double, ColorScale, boolean)}.
   *
   * @param changed whether the mark of cells that were changed by hand has to be explained
   */
  static double draw(
      Drawing drawing,
      double x,
      Rect room,
      double y,
      ColorScale scale,
      boolean masked,
      boolean changed) {
    TextMeasure measure = drawing.measure();
    double base = y + measure.capHeight(TYPE) / 2;
    String least = scale.signed() ? Numbers.prose(-scale.largest()) : "0";
    String most = Numbers.prose(scale.largest());
    String word = drawing.frame().text("figure.legend.masked");
    double bar = measure.width(least, TYPE) + SPACE + BAR + SPACE + measure.width(most, TYPE);
    double hatch = 3 * SPACE + SAMPLE + SPACE + measure.width(word, TYPE);
    String byHand = drawing.frame().text("figure.legend.changed");
    double corner = 3 * SPACE + SAMPLE + SPACE + measure.width(byHand, TYPE);
    double wanted = bar + (masked ? hatch : 0) + (changed ? corner : 0);
    double at = Math.clamp(room.right() - wanted, room.x(), Math.max(x, room.x()));
    if (at + bar <= room.right()) {
      drawing.text(at, base, least, TYPE, Ink.SOFT, Align.START);
      at += measure.width(least, TYPE) + SPACE;
      Rect colours = new Rect(at, y - THICK / 2, BAR, THICK);
      drawing.add(new Mark.Raster(colours, scale.ramp(), ramp(scale)));
      drawing.outline(colours, 0, Stroke.of(Ink.LINE, 1));
      at += BAR + SPACE;
      drawing.text(at, base, most, TYPE, Ink.SOFT, Align.START);
      at += measure.width(most, TYPE);
    }
    if (masked && at + hatch <= room.right()) {
      Rect sample = new Rect(at + 3 * SPACE, y - 6, SAMPLE, 12);
      drawing.add(new Mark.Hatch(sample, 6, Stroke.of(Ink.HATCH, 1)));
      drawing.outline(sample, 2, Stroke.of(Ink.LINE, 1));
      drawing.text(sample.right() + SPACE, base, word, TYPE, Ink.SOFT, Align.START);
      at += hatch;
    }
    if (changed && at + corner <= room.right()) {
      Rect sample = new Rect(at + 3 * SPACE, y - 6, SAMPLE, 12);
      drawing.outline(sample, 2, Stroke.of(Ink.LINE, 1));
      CellPainter.corner(drawing, sample, Tint.of(Ink.TEXT));
      drawing.text(sample.right() + SPACE, base, byHand, TYPE, Ink.SOFT, Align.START);
      at += corner;
    }
    return at;
  }

  private static FMatrixRMaj ramp(ColorScale scale) {
    int steps = (int) BAR;
    FMatrixRMaj ramp = new FMatrixRMaj(1, steps);
    for (int i = 0; i < steps; i++) {
      double share = i / (steps - 1.0);
      double value = scale.signed() ? 2 * share - 1 : share;
      ramp.data[i] = scale.at(value * scale.largest());
    }
    return ramp;
  }
}
