package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.Reduced;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import java.util.Optional;
import java.util.OptionalInt;

/** The dot products of all positions with all positions. */
record DotsBody(PositionScene scene, Node dots) implements Body {

  private static final double LARGEST = 264;
  private static final double LARGEST_CELL = 48;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.dots.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.dots.caption", position());
  }

  private int position() {
    return Math.min(scene.lab().position(), dots.rows().size() - 1);
  }

  @Override
  public double height(double width, Frame frame) {
    double side = Math.min(LARGEST, width - Style.LEFT - Style.RIGHT);
    return Style.TOP + side + Style.TICKS + Legend.HEIGHT;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    int count = dots.rows().size();
    double side =
        Math.min(
            room.width() - Style.LEFT - Style.RIGHT,
            room.height() - Style.TOP - Style.TICKS - Legend.HEIGHT);
    double cell = Along.pitch(side, count, LARGEST_CELL);
    Rect grid = new Rect(room.x() + Style.LEFT, room.y() + Style.TOP, cell * count, cell * count);
    MatrixPlot plot = MatrixPlot.of(dots, scene.look().withTransposed(false), scene.pointing());
    Optional<Reduced> reduced = plot.draw(drawing, grid);
    int position = position();
    Rect row = new Rect(grid.x(), grid.y() + position * cell, grid.width(), cell);
    drawing.outline(row.inset(-1), 2, Stroke.of(Ink.ACCENT, 1.5));
    Ticks.below(drawing, grid, count, 0, OptionalInt.empty());
    Ticks.left(drawing, grid, count, OptionalInt.of(position), false);
    drawing.text(
        room.x(),
        grid.y() - 7,
        drawing.frame().text("figure.axis.down", "p"),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    plot.foot(drawing, grid, room, drawing.frame().text("figure.axis.across", "q"), reduced);
  }
}
