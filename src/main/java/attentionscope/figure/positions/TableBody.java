package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.Reduced;
import attentionscope.language.Texts;
import attentionscope.op.Given;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The learned bias of each bucket for each head.
 *
 * @param table buckets x heads
 */
record TableBody(PositionScene scene, Node table) implements Body {

  private static final double BEST = 240;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.table.title");
  }

  @Override
  public String caption(Texts texts) {
    return table.op() instanceof Given given && given.origin() instanceof Origin.Seed(long seed)
        ? texts.get("figure.positions.table.caption.seed", seed)
        : texts.get("figure.positions.table.caption");
  }

  @Override
  public double height(double width, Frame frame) {
    return Style.TOP + BEST + Style.TICKS + Legend.HEIGHT;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    double tall = room.height() - Style.TOP - Style.TICKS - Legend.HEIGHT;
    int rows = table.rows().size();
    double pitch = Along.pitch(Math.min(tall, 1.6 * BEST), rows, 20);
    double width = room.width() - Style.LEFT - Style.RIGHT;
    double cell = Along.pitch(width, table.columns().size(), 44);
    Rect grid =
        new Rect(
            room.x() + Style.LEFT,
            room.y() + Style.TOP,
            cell * table.columns().size(),
            pitch * rows);
    MatrixPlot plot = MatrixPlot.of(table, scene.look().withTransposed(false), scene.pointing());
    Optional<Reduced> reduced = plot.draw(drawing, grid);
    Ticks.left(drawing, grid, rows, OptionalInt.empty(), true);
    Ticks.below(drawing, grid, table.columns().size(), 0, OptionalInt.empty());
    drawing.text(
        room.x(),
        grid.y() - 7,
        AxisWords.down(drawing.frame(), "figure.positions.axis.bucket"),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    plot.foot(
        drawing,
        grid,
        room,
        AxisWords.across(drawing.frame(), "figure.positions.axis.head"),
        reduced);
  }
}
