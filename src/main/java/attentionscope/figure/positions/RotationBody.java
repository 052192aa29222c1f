package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Reduced;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * That a shift is a rotation: one pair at a position, where R_k takes it and where the position k
 * further on is; and by how much the two differ anywhere.
 *
 * @param turn R_kᵀ, d x d
 * @param turned the code of each position, turned by it
 * @param shifted the code k positions further on
 * @param error their difference
 */
record RotationBody(
    PositionScene scene, Node code, Node turn, Node turned, Node shifted, Node error)
    implements Body {

  private static final double DISC = 176;
  private static final double WIDE = 560;
  private static final double LEGEND = 3 * TurnedPair.LINE;
  private static final double EQUATION = 82;
  private static final double LARGEST = 24;
  private static final double ERRORS = 80;
  private static final double AIR = 14;

  /** The figure, where the run has all its matrices. */
  static Optional<Body> of(PositionScene scene) {
    return scene
        .find("position.error")
        .map(
            error ->
                new RotationBody(
                    scene,
                    scene.code().orElseThrow(),
                    scene.find("position.turn").orElseThrow(),
                    scene.find("position.turned").orElseThrow(),
                    scene.find("position.shifted").orElseThrow(),
                    error));
  }

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.rotation.title", shift());
  }

  @Override
  public String caption(Texts texts) {
    String caption = texts.get("figure.positions.rotation.caption");
    String moved =
        position() == scene.lab().position()
            ? ""
            : " " + texts.get("figure.positions.rotation.moved", position(), shift());
    String odd =
        code.columns().size() % 2 == 0
            ? ""
            : " " + texts.get("figure.positions.rotation.odd", scene.pairs().getLast().up());
    return caption + moved + odd;
  }

  private String name() {
    return "R" + Subscript.of(shift());
  }

  private int shift() {
    return scene.lab().shift();
  }

  /** The looked-at position, or the last one that has a position k further on. */
  int position() {
    return Math.min(scene.lab().position(), error.rows().size() - 1);
  }

  /** The looked-at pair, or the last that has a cosine; none where d is 1. */
  Optional<Pair> pair() {
    return scene
        .pair()
        .filter(pair -> pair.across().isPresent())
        .or(
            () ->
                scene.pairs().reversed().stream()
                    .filter(pair -> pair.across().isPresent())
                    .findFirst());
  }

  private boolean wide(double width) {
    return width >= WIDE;
  }

  private double upper(double width) {
    if (pair().isEmpty()) {
      return 0;
    }
    return wide(width)
        ? Math.max(DISC, LEGEND + EQUATION + LARGEST + AIR) + AIR
        : DISC + EQUATION + LARGEST + 2 * AIR;
  }

  @Override
  public double height(double width, Frame frame) {
    return upper(width) + Style.TOP + errorHeight() + Style.TICKS + Legend.HEIGHT;
  }

  private double errorHeight() {
    return Along.pitch(ERRORS, error.columns().size(), 20) * error.columns().size();
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    pair().ifPresent(pair -> above(drawing, room, pair));
    errors(drawing, room);
  }

  private void above(Drawing drawing, Rect room, Pair pair) {
    TurnedPair disc = new TurnedPair(pair, position(), shift(), code, turned, shifted);
    disc.draw(drawing, room.x() + 10 + DISC / 2, room.y() + DISC / 2, DISC / 2 - 16);
    double x = room.x() + DISC + 36;
    Rect beside = new Rect(x, room.y(), room.right() - x, DISC);
    if (wide(room.width())) {
      disc.legend(drawing, beside.moved(0, 4), name());
      double top = room.y() + LEGEND + AIR + 4;
      equation(drawing, x, top, room.right() - x, pair);
      largest(drawing, x, top + EQUATION + 14, room.right() - x);
    } else {
      disc.legend(drawing, beside.moved(0, (DISC - LEGEND) / 2), name());
      double top = room.y() + DISC + AIR;
      equation(drawing, room.x(), top, room.width(), pair);
      largest(drawing, room.x(), top + EQUATION + 14, room.width());
    }
  }

  /** R_k times the pair at p is what was turned; beside it the pair at p + k. */
  private void equation(Drawing drawing, double x, double top, double width, Pair pair) {
    int sine = pair.up();
    int cosine = pair.across().orElseThrow();
    int p = position();
    double number = Math.clamp((width - 4 * 22) / 5, 40, 54);
    Bracketed matrix = new Bracketed(drawing, top + 22, number);
    double at =
        matrix.draw(
            x,
            name(),
            turn,
            // rows are multiplied from the left, so that the matrix of columns is its transpose
            new CellRef[][] {
              {turn.ref(sine, sine), turn.ref(cosine, sine)},
              {turn.ref(sine, cosine), turn.ref(cosine, cosine)}
            });
    at = matrix.sign(at, "·");
    at = matrix.draw(at, "PE(" + p + ")", code, column(code, p, sine, cosine));
    at = matrix.sign(at, "=");
    at = matrix.draw(at, name() + " PE(" + p + ")", turned, column(turned, p, sine, cosine));
    at = matrix.sign(at, "≈");
    matrix.draw(at, "PE(" + (p + shift()) + ")", shifted, column(shifted, p, sine, cosine));
  }

  private static CellRef[][] column(Node node, int row, int sine, int cosine) {
    return new CellRef[][] {{node.ref(row, sine)}, {node.ref(row, cosine)}};
  }

  /** The cell of the errors that is farthest from zero. */
  CellRef largest() {
    CellRef largest = error.ref(0, 0);
    for (int row = 0; row < error.rows().size(); row++) {
      for (int column = 0; column < error.columns().size(); column++) {
        if (Math.abs(error.at(row, column)) > Math.abs(error.at(largest.row(), largest.column()))) {
          largest = error.ref(row, column);
        }
      }
    }
    return largest;
  }

  private void largest(Drawing drawing, double x, double base, double width) {
    CellRef largest = largest();
    String says =
        drawing.frame().text("figure.positions.rotation.largest", largest.row(), largest.column());
    String number = Numbers.cell(error.at(largest.row(), largest.column()));
    double wide = drawing.measure().width(number, Style.VALUE);
    String shown = drawing.measure().shortened(says, Style.LABEL, width - wide - 10);
    drawing.text(x, base, shown, Style.LABEL, Ink.TEXT, Align.START);
    CellText.draw(
        drawing,
        x + drawing.measure().width(shown, Style.LABEL) + 7,
        base,
        error,
        largest,
        Style.VALUE,
        Tint.of(Ink.ACCENT),
        Align.START);
    drawing.say(says + " " + number);
  }

  private void errors(Drawing drawing, Rect room) {
    MatrixLook look = scene.look().withTransposed(true);
    MatrixPlot plot = MatrixPlot.of(error, look, scene.pointing());
    double top = room.y() + upper(room.width()) + Style.TOP;
    // as wide a position as in the code, which has k more
    Rect all = Along.columns(room, code.rows().size());
    double width = all.width() * error.rows().size() / code.rows().size();
    Rect grid = new Rect(all.x(), top, width, errorHeight());
    Optional<Reduced> reduced = plot.draw(drawing, grid);
    double pitch = grid.width() / error.rows().size();
    Rect here = new Rect(grid.x() + position() * pitch, grid.y(), pitch, grid.height());
    drawing.outline(here.inset(-1), 2, Stroke.of(Ink.ACCENT, 1.5));
    Ticks.below(drawing, grid, plot.across(), 0, OptionalInt.of(position()));
    Ticks.left(drawing, grid, plot.down(), scene.selectedColumn(), true);
    String down = AxisWords.down(drawing.frame(), "figure.positions.axis.dimension");
    drawing.text(room.x(), grid.y() - 6, down, Style.NAME, Ink.SOFT, Align.START);
    String what = drawing.frame().text("figure.positions.rotation.error", shift(), name());
    double least =
        room.x()
            + drawing.measure().width(down, Style.NAME)
            + 16
            + drawing.measure().width(what, Style.NAME);
    drawing.text(
        Math.max(grid.right(), least), grid.y() - 6, what, Style.NAME, Ink.SOFT, Align.END);
    plot.foot(
        drawing,
        grid,
        room,
        AxisWords.across(drawing.frame(), "figure.positions.axis.position"),
        reduced);
  }
}
