package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.trace.CellRef;

/**
 * One feature of the output on a line of numbers, among the values that it is a weighted mean of:
 * it lies between the least and the greatest, nearer to those that weigh more.
 *
 * @param columns say which keys' values are marked, and how large all is
 */
record ValueLine(Drawing drawing, HeadNodes head, int row, int feature, OutcomeColumns columns) {

  private static final double TICK = 4;
  private static final double MARKER = 6;
  private static final double AROUND = 30;

  void draw(Rect track) {
    double low = least(1);
    double high = -least(-1);
    double span = high > low ? high - low : 1;
    Rect line = new Rect(track.x() + MARKER, track.y(), track.width() - 2 * MARKER, track.height());
    drawing.fill(new Rect(track.x(), track.centerY() - 1, track.width(), 2), 1, Tint.of(Ink.LINE));
    if (low < 0 && high > 0) {
      double zero = line.x() - low / span * line.width();
      drawing.line(zero, track.y(), zero, track.bottom(), Stroke.of(Ink.FAINT, 1));
    }
    Places names = new Places(track.inset(-AROUND));
    for (int key : columns.keys()) {
      float value = head.v().at(head.keyRow(row, key), feature);
      if (Float.isFinite(value)) {
        tick(line, names, key, line.x() + (value - low) / span * line.width());
      }
    }
    double output = head.output().at(row, feature);
    if (Double.isFinite(output)) {
      double x =
          Math.clamp(line.x() + (output - low) / span * line.width(), line.x(), line.right());
      drawing.fill(
          Arrows.around(x, track.centerY(), MARKER + 1.5), MARKER + 1.5, Tint.of(Ink.BACKGROUND));
      drawing.fill(Arrows.around(x, track.centerY(), MARKER), MARKER, Tint.of(Ink.OUTPUT));
      hit(Arrows.around(x, track.centerY(), MARKER + 2));
    }
  }

  private void hit(Rect rect) {
    CellRef ref = head.output().ref(row, feature);
    drawing.hit(
        rect, new Target.Cell(ref), MatrixNames.cell(head.output(), ref, drawing.frame().texts()));
  }

  private void tick(Rect line, Places names, int key, double x) {
    drawing.line(x, line.y() - TICK, x, line.bottom() + TICK, Stroke.of(Ink.VALUE, 2));
    int keyRow = head.keyRow(row, key);
    CellRef ref = head.v().ref(keyRow, feature);
    drawing.hit(
        new Rect(x - 4, line.y() - TICK, 8, line.height() + 2 * TICK),
        new Target.Cell(ref),
        MatrixNames.cell(head.v(), ref, drawing.frame().texts()));
    String name = AxisNames.label(head.v().rows(), keyRow);
    Type type = Type.ui(10 * columns.scale());
    double width = drawing.measure().width(name, type);
    double left = Math.clamp(x - width / 2, line.x() - MARKER, line.right() + MARKER - width);
    Rect place = new Rect(left, line.bottom() + TICK + 2, width, type.size());
    if (width <= line.width() && names.free(place.inset(-2))) {
      names.take(place);
      drawing.text(
          place.x(), drawing.measure().baselineIn(place, type), name, type, Ink.SOFT, Align.START);
    }
  }

  /** The least of the values, each times a sign, and of zero. */
  private double least(int sign) {
    double least = 0;
    for (int key = 0; key < head.keys(); key++) {
      float value = head.v().at(head.keyRow(row, key), feature) * sign;
      if (Float.isFinite(value)) {
        least = Math.min(least, value);
      }
    }
    return least;
  }
}
