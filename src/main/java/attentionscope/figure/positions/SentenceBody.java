package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Reduced;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an encoding does to the typed sentence: what is added to its embeddings, how its queries are
 * turned, or what is added to its scores. One matrix below the other, and one cell worked out.
 *
 * @param terms what goes in and, last, what comes out
 * @param way what is done
 */
@BuildsKeys({"figure.positions.sentence.title.", "figure.positions.sentence.caption."})
record SentenceBody(PositionScene scene, List<Node> terms, SentenceWay way) implements Body {

  private static final double HEAD = 22;
  private static final double TALLEST = 24;
  private static final double MOST = 150;
  private static final double AIR = 10;
  private static final double LABELS = 76;
  private static final double SUM = 44;

  SentenceBody {
    terms = List.copyOf(terms);
  }

  /** The figure; empty where nothing is typed. */
  static Optional<Body> of(PositionScene scene) {
    if (scene.words() == 0) {
      return Optional.empty();
    }
    String head = "encoder.0.self.head.0.";
    return Optional.of(
        which(scene, SentenceWay.ADDED, "source.scaled", "source.position", "source.input")
            .or(() -> which(scene, SentenceWay.TURNED, head + "q", head + "q.turned"))
            .or(
                () ->
                    which(
                        scene, SentenceWay.BIASED, head + "scaled", head + "bias", head + "biased"))
            .or(() -> which(scene, SentenceWay.NOTHING, "source.scaled"))
            .orElseThrow());
  }

  private static Optional<SentenceBody> which(PositionScene scene, SentenceWay way, String... ids) {
    List<Node> nodes = new ArrayList<>();
    for (String id : ids) {
      scene.find(id).ifPresent(nodes::add);
    }
    return nodes.size() == ids.length
        ? Optional.of(new SentenceBody(scene, nodes, way))
        : Optional.empty();
  }

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.sentence.title." + way.key());
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.sentence.caption." + way.key());
  }

  private int rows() {
    return scene.words();
  }

  private int columns() {
    return terms.getFirst().columns().size();
  }

  /** Scores stand side by side: they are as wide as they are tall. */
  private boolean beside() {
    return way == SentenceWay.BIASED;
  }

  private double pitchY(double width) {
    double most = beside() ? Math.min(240, (width - LABELS) / 3 - 16) : MOST;
    return Along.pitch(most, rows(), beside() ? 34 : TALLEST);
  }

  private double block(double width) {
    return HEAD + pitchY(width) * rows() + AIR;
  }

  @Override
  public double height(double width, Frame frame) {
    double blocks = block(width) * (beside() ? 1 : terms.size());
    return blocks + Style.TICKS + Legend.HEIGHT + (way == SentenceWay.NOTHING ? 0 : SUM);
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    if (beside()) {
      across(drawing, room);
    } else {
      below(drawing, room);
    }
  }

  private void below(Drawing drawing, Rect room) {
    ColorScale scale = ColorScale.of(terms, look());
    double pitch = pitchY(room.width());
    double left = room.x() + LABELS;
    double cell = Along.pitch(room.right() - left - Style.RIGHT, columns(), 84);
    double y = room.y();
    Rect grid = new Rect(left, y, 0, 0);
    Optional<Reduced> reduced = Optional.empty();
    MatrixPlot plot = MatrixPlot.top(terms.getFirst(), rows(), scale, look(), scene.pointing());
    for (int i = 0; i < terms.size(); i++) {
      name(drawing, left, y + HEAD - 8, room.right() - left, i);
      grid = new Rect(left, y + HEAD, cell * columns(), pitch * rows());
      plot = MatrixPlot.top(terms.get(i), rows(), scale, look(), scene.pointing());
      reduced = plot.draw(drawing, grid);
      words(drawing, grid, room.x());
      y = grid.bottom() + AIR;
    }
    Ticks.below(drawing, grid, columns(), 0, OptionalInt.of(cell().column()));
    plot.foot(
        drawing,
        grid,
        room,
        AxisWords.across(drawing.frame(), "figure.positions.axis.dimension"),
        reduced);
    if (way != SentenceWay.NOTHING) {
      sum(drawing, room.x(), grid.bottom() + Style.TICKS + Legend.HEIGHT);
    }
  }

  private void across(Drawing drawing, Rect room) {
    ColorScale scale = ColorScale.of(terms, look());
    double pitch = pitchY(room.width());
    double first = room.x() + LABELS;
    double x = first;
    double step = Math.min(pitch * rows() + 60, (room.right() - x) / 3);
    Rect grid = new Rect(x, room.y() + HEAD, 0, 0);
    MatrixPlot plot = MatrixPlot.top(terms.getFirst(), rows(), scale, look(), scene.pointing());
    for (int i = 0; i < terms.size(); i++) {
      grid = new Rect(x, room.y() + HEAD, pitch * rows(), pitch * rows());
      name(drawing, x, room.y() + HEAD - 8, step - 6, i);
      plot = MatrixPlot.top(terms.get(i), rows(), scale, look(), scene.pointing());
      plot.draw(drawing, grid);
      if (i == 0) {
        words(drawing, grid, room.x());
      }
      Ticks.below(drawing, grid, rows(), 0, OptionalInt.of(cell().column()));
      x += step;
    }
    plot.foot(
        drawing,
        new Rect(first, grid.y(), grid.right() - first, grid.height()),
        room,
        AxisWords.across(drawing.frame(), "figure.axis.keys"),
        Optional.empty());
    sum(drawing, room.x(), grid.bottom() + Style.TICKS + Legend.HEIGHT);
  }

  private MatrixLook look() {
    return scene.look().withTransposed(false);
  }

  /** A sign and what the matrix is. */
  private void name(Drawing drawing, double x, double base, double room, int index) {
    String says = drawing.frame().text(way.term(index), columns());
    boolean last = index == terms.size() - 1;
    String sign = way.sign(index, last);
    if (!sign.isEmpty()) {
      drawing.text(x - 8, base, sign, Style.STRONG.size(15), Ink.ACCENT, Align.END);
    }
    String shown = drawing.measure().shortened(says, Style.STRONG, room);
    drawing.text(x, base, shown, Style.STRONG, last ? Ink.TEXT : Ink.SOFT, Align.START);
    drawing.hit(
        new Rect(x, base - 12, drawing.measure().width(shown, Style.STRONG), 16),
        new Target.Area(Region.all(terms.get(index).id())),
        says);
  }

  private void words(Drawing drawing, Rect grid, double left) {
    Axis tokens = terms.getFirst().rows();
    double pitch = grid.height() / rows();
    int step = Math.max(1, (int) Math.ceil(13 / pitch));
    for (int row = 0; row < rows(); row += step) {
      Rect line = new Rect(grid.x(), grid.y() + row * pitch, 0, pitch);
      boolean here = row == cell().row();
      drawing.text(
          grid.x() - 8,
          drawing.measure().baselineIn(line, Style.NAME),
          drawing
              .measure()
              .shortened(
                  row + " " + AxisNames.label(tokens, row),
                  Style.NAME.weight(Type.Weight.SEMIBOLD),
                  grid.x() - 8 - left),
          here ? Style.NAME.weight(Type.Weight.SEMIBOLD) : Style.NAME,
          here ? Ink.ACCENT : Ink.SOFT,
          Align.END);
    }
  }

  /** The cell that is worked out: the selected one, else one in the looked-at pair. */
  CellRef cell() {
    int row = Math.min(1, rows() - 1);
    int column =
        beside() ? rows() - 1 : scene.selectedColumn().orElse(scene.pair().map(Pair::up).orElse(0));
    CellRef plain = terms.getLast().ref(row, Math.min(column, columns() - 1));
    return scene
        .pointing()
        .selected()
        .filter(ref -> ref.row() < rows() && ref.column() < columns())
        .filter(ref -> terms.stream().anyMatch(node -> node.id().equals(ref.id())))
        .map(ref -> terms.getLast().ref(ref.row(), ref.column()))
        .orElse(plain);
  }

  private void sum(Drawing drawing, double left, double y) {
    CellRef cell = cell();
    Axis tokens = terms.getFirst().rows();
    String row = tokens.label(cell.row());
    String where =
        beside()
            ? drawing
                .frame()
                .text("figure.positions.sentence.where.keys", row, tokens.label(cell.column()))
            : drawing.frame().text("figure.positions.sentence.where", row, cell.column());
    new CellSum(terms, cell, ColorScale.of(terms, look()), way).draw(drawing, left, y + 28, where);
  }
}
