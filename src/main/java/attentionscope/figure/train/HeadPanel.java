package attentionscope.figure.train;

import attentionscope.analysis.Entropy;
import attentionscope.analysis.HeadPattern;
import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisLabels;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Region;

/**
 * One head's weights with both axes labelled, and below them where most of its weight lies.
 *
 * @param number of the head
 * @param open whether it is the one that is followed
 */
@BuildsKeys("figure.train.pattern.")
record HeadPanel(
    Node weights, int number, boolean open, ColorScale scale, MatrixLook look, Pointing pointing) {

  static final double CAPTION = 20;

  private static final double LABELS = 0.3;
  private static final double LARGEST_CELL = 44;

  /** From this mean weight on a direction names the head. */
  private static final double NAMED = 0.5;

  private static final Type NAME = Type.ui(11.5).weight(Type.Weight.SEMIBOLD);
  private static final Type SAYS = Type.ui(11);

  /** Draws it; answers how far down it reaches. */
  double draw(Drawing drawing, Rect room) {
    Axis rows = look.transposed() ? weights.columns() : weights.rows();
    Axis columns = look.transposed() ? weights.rows() : weights.columns();
    Rect above = new Rect(room.x(), room.y(), room.width(), room.height() - CAPTION);
    double pitch = 20;
    AxisLabels left = left(drawing, rows, pitch, room);
    AxisLabels top = top(drawing, columns, pitch, room);
    // labels depend on the size of cells and the other way round
    for (int round = 0; round < 2; round++) {
      double width = (above.width() - left.extent() - top.overhang()) / columns.size();
      double height = (above.height() - top.extent()) / rows.size();
      pitch = Math.max(1, Math.min(LARGEST_CELL, Math.min(width, height)));
      left = left(drawing, rows, pitch, room);
      top = top(drawing, columns, pitch, room);
    }
    Rect grid =
        new Rect(
            room.x() + left.extent(),
            room.y() + top.extent(),
            pitch * columns.size(),
            pitch * rows.size());
    CellPainter painter =
        new CellPainter(
            Cells.of(weights),
            grid,
            scale,
            CellNumbers.none(drawing.measure()),
            look,
            CellPainter.Emphasis.FULL);
    painter.draw(drawing);
    left.drawLeft(drawing, grid, index -> false);
    top.drawAbove(drawing, grid, index -> false);
    drawing.hit(
        new Hit.Grid(
            grid,
            weights.id(),
            weights.value().numRows,
            weights.value().numCols,
            look.transposed(),
            ref -> MatrixNames.cell(weights, ref, drawing.frame().texts())));
    Marks.draw(drawing, weights, painter, pointing);
    caption(drawing, new Rect(room.x(), grid.bottom(), room.width(), CAPTION));
    return grid.bottom() + CAPTION;
  }

  private static AxisLabels left(Drawing drawing, Axis axis, double pitch, Rect room) {
    return AxisLabels.left(axis, pitch, room.width() * LABELS, drawing.measure());
  }

  private static AxisLabels top(Drawing drawing, Axis axis, double pitch, Rect room) {
    return AxisLabels.above(axis, pitch, room.height() * LABELS, drawing.measure());
  }

  private void caption(Drawing drawing, Rect room) {
    String name = drawing.frame().text("figure.train.head", number);
    double base = room.y() + 14;
    drawing.text(room.x(), base, name, NAME, open ? Ink.ACCENT : Ink.TEXT, Align.START);
    double x = room.x() + drawing.measure().width(name, NAME) + 6;
    String says = says(drawing);
    String shown = drawing.measure().shortened(says, SAYS, room.right() - x);
    drawing.text(x, base, shown, SAYS, Ink.SOFT, Align.START);
    drawing.say(name + ": " + says);
    drawing.hit(room, new Target.Area(Region.all(weights.id())), name + ": " + says);
  }

  /** The direction that has most of its weight, or how widely it looks. */
  private String says(Drawing drawing) {
    HeadPattern pattern = HeadPattern.of(weights);
    if (pattern.weight() >= NAMED) {
      return drawing
          .frame()
          .text(
              "figure.train.pattern." + pattern.direction().key(),
              Numbers.fixed(pattern.weight(), 2));
    }
    return drawing.frame().text("figure.train.pattern.wide", Numbers.fixed(entropy(), 1));
  }

  private double entropy() {
    double sum = 0;
    int rows = weights.value().numRows;
    for (int row = 0; row < rows; row++) {
      sum += Entropy.ofRow(weights, row);
    }
    return sum / rows;
  }
}
