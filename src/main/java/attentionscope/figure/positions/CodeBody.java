package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Reduced;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.op.Given;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/** The table of a code as a heatmap; positions run to the right, where time runs in waves too. */
@BuildsKeys("figure.positions.code.note.")
record CodeBody(PositionScene scene, Node code) implements Body {

  private static final double CELL = 30;
  private static final double TALLEST_CELL = 44;
  private static final double BEST = 264;

  @Override
  public String title(Texts texts) {
    return texts.get(
        switch (scene.lab().encoding()) {
          case ROTARY, ROTARY_HALVES -> "figure.positions.code.title.turned";
          default -> "figure.positions.code.title";
        });
  }

  @Override
  public String caption(Texts texts) {
    String axes =
        texts.get(
            scene.look().transposed()
                ? "figure.positions.code.axes.turned"
                : "figure.positions.code.axes");
    String key = "figure.positions.code.note." + scene.lab().encoding().key();
    String note = texts.get(key, seed());
    String odd =
        switch (scene.lab().encoding()) {
          case SINUSOIDAL, CONCATENATED -> texts.get("figure.positions.code.odd", width() - 1);
          case ROTARY, ROTARY_HALVES -> texts.get("figure.positions.code.odd-rotary", width() - 1);
          default -> "";
        };
    return axes + " " + note + (width() % 2 == 1 && !odd.isEmpty() ? " " + odd : "");
  }

  private int width() {
    return code.columns().size();
  }

  /** What the table or the turned vector was drawn from. */
  private long seed() {
    Node drawn = code.inputs().isEmpty() ? code : code.input(0);
    return drawn.op() instanceof Given given && given.origin() instanceof Origin.Seed(long seed)
        ? seed
        : 0;
  }

  private MatrixPlot plot() {
    MatrixLook turned = scene.look().withTransposed(!scene.look().transposed());
    return MatrixPlot.of(code, turned, scene.pointing());
  }

  @Override
  public double height(double width, Frame frame) {
    double best = plot().down() * CELL;
    return Style.TOP + Math.clamp(best, 60, BEST) + Style.TICKS + Legend.HEIGHT;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    MatrixPlot plot = plot();
    boolean upright = scene.look().transposed();
    double room2 = room.height() - Style.TOP - Style.TICKS - Legend.HEIGHT;
    Rect columns = Along.columns(room, plot.across());
    double pitch = Along.pitch(room2, plot.down(), TALLEST_CELL);
    Rect grid = new Rect(columns.x(), room.y() + Style.TOP, columns.width(), pitch * plot.down());
    Optional<Reduced> reduced = plot.draw(drawing, grid);
    OptionalInt position = OptionalInt.of(scene.lab().position());
    OptionalInt dimension = scene.selectedColumn();
    marker(drawing, grid, upright);
    Ticks.below(drawing, grid, plot.across(), 0, upright ? dimension : position);
    Ticks.left(drawing, grid, plot.down(), upright ? position : dimension, !upright);
    String positions = drawing.frame().text("figure.positions.axis.position");
    String dimensions = drawing.frame().text("figure.positions.axis.dimension");
    drawing.text(
        room.x(),
        grid.y() - 7,
        drawing.frame().text("figure.axis.down", upright ? positions : dimensions),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    plot.foot(
        drawing,
        grid,
        room,
        drawing.frame().text("figure.axis.across", upright ? dimensions : positions),
        reduced);
  }

  /** The looked-at position, through every dimension. */
  private void marker(Drawing drawing, Rect grid, boolean upright) {
    int position = Math.min(scene.lab().position(), code.rows().size() - 1);
    double step = (upright ? grid.height() : grid.width()) / code.rows().size();
    Rect rect =
        upright
            ? new Rect(grid.x(), grid.y() + position * step, grid.width(), step)
            : new Rect(grid.x() + position * step, grid.y(), step, grid.height());
    drawing.outline(rect.inset(-1), 2, Stroke.of(Ink.ACCENT, 1.5));
  }
}
