package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.trace.Node;
import java.util.Optional;

/**
 * A layer's hidden states as columns, arrows from one to the next. What has not been played yet is
 * an empty place.
 *
 * @param scale of all states
 */
record LaneDrawing(Drawing drawing, RecurrentScene scene, ColorScale scale) {

  private static final double ARROW = 7;

  /**
   * @param band from the columns' upper to their lower edge
   * @param marked whether its last state is the one that is handed over
   */
  void draw(Lane lane, Spread spread, Rect band, boolean marked) {
    Optional<UnrolledStep> open = scene.open();
    for (UnrolledStep step : lane.steps()) {
      if (!spread.shows(step.number())) {
        continue;
      }
      Rect column = spread.column(step.number(), band);
      boolean known = scene.timeline().knows(scene.moment(), lane, step.number());
      arrow(lane, spread, step.number(), band, known);
      boolean isOpen = open.filter(one -> one.id().equals(step.id())).isPresent();
      if (known) {
        state(step.hidden(), column);
        boolean handed = marked && step.id().equals(lane.end().id());
        Ink ink = isOpen ? Ink.ACCENT : handed ? Ink.TEXT : Ink.LINE;
        double wide = isOpen || handed ? 2 : 1;
        drawing.outline(column.inset(-wide), 4, Stroke.of(ink, wide));
      } else {
        drawing.outline(column, 4, Stroke.of(Ink.LINE, 1).dashed(3, 3));
      }
    }
  }

  private void state(Node hidden, Rect column) {
    MatrixLook upright = scene.look().withTransposed(true);
    Cells cells = Cells.of(hidden);
    CellPainter painter =
        new CellPainter(
            cells,
            column,
            scale,
            CellNumbers.none(drawing.measure()),
            upright.withSigns(false),
            CellPainter.Emphasis.FULL);
    drawing.fill(column, 2, Tint.of(Ink.SURFACE));
    painter.draw(drawing);
    drawing.hit(
        new Hit.Grid(
            column,
            hidden.id(),
            hidden.value().numRows,
            hidden.value().numCols,
            true,
            ref -> MatrixNames.cell(hidden, ref, drawing.frame().texts())));
    Marks.draw(drawing, hidden, painter, scene.pointing());
  }

  /** From the step before; of a lane that goes backwards, from the step behind. */
  private void arrow(Lane lane, Spread spread, int step, Rect band, boolean known) {
    int before = lane.backward() ? step + 1 : step - 1;
    if (before < 0 || before >= lane.steps().size() || !spread.shows(before)) {
      return;
    }
    double way = Math.signum(spread.x(step) - spread.x(before));
    double from = spread.x(before) + way * (spread.width() / 2 + 1);
    double to = spread.x(step) - way * (spread.width() / 2 + 2);
    double y = band.centerY();
    Stroke stroke = Stroke.of(known ? Ink.FAINT : Ink.LINE, 1.25);
    if (Math.abs(to - from) < 2) {
      return;
    }
    drawing.line(from, y, to, y, stroke);
    if (Math.abs(to - from) >= ARROW) {
      drawing.line(to - way * 3.5, y - 3, to, y, stroke);
      drawing.line(to - way * 3.5, y + 3, to, y, stroke);
    }
  }

  /** What a lane is called, at its left. */
  void name(Lane lane, boolean alone, Rect room) {
    String says =
        lane.id().leaf().equals("backward")
            ? drawing.frame().text("figure.recurrent.lane.backward", lane.layer())
            : lane.id().leaf().equals("forward")
                ? drawing.frame().text("figure.recurrent.lane.forward", lane.layer())
                : drawing.frame().text("figure.recurrent.lane", lane.layer());
    if (!alone) {
      drawing.text(
          room.right() - 8,
          drawing.measure().baselineIn(room, Style.SMALL),
          drawing.measure().shortened(says, Style.SMALL, room.width() - 8),
          Style.SMALL,
          Ink.SOFT,
          Align.END);
    }
  }
}
