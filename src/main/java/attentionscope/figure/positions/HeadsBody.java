package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Curve;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The bias of each head, queries by keys, all on one scale. */
record HeadsBody(PositionScene scene, List<Node> biases) implements Body {

  private static final double LEAST = 78;
  private static final double LARGEST = 226;
  private static final double HEAD = 22;
  private static final double GAP = 18;

  HeadsBody {
    biases = List.copyOf(biases);
  }

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.heads.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get(
        slopes() ? "figure.positions.heads.caption.slopes" : "figure.positions.heads.caption");
  }

  private boolean slopes() {
    return biases.getFirst().inputs().isEmpty();
  }

  /** Slopes differ a hundredfold: on a line the flat ones would be no colour at all. */
  private MatrixLook look() {
    MatrixLook look = scene.look().withTransposed(false);
    return slopes() && look.curve() == Curve.LINEAR ? look.withCurve(Curve.GAMMA) : look;
  }

  private int columns(double width) {
    int fit = (int) ((width - Style.LEFT + GAP) / (LEAST + GAP));
    // rows that are equally full
    int rows = (biases.size() + Math.max(1, fit) - 1) / Math.max(1, fit);
    return (biases.size() + rows - 1) / rows;
  }

  private double side(double width) {
    int columns = columns(width);
    return Math.min(LARGEST, Math.floor((width - Style.LEFT - (columns - 1) * GAP) / columns));
  }

  private int rows(double width) {
    return (biases.size() + columns(width) - 1) / columns(width);
  }

  @Override
  public double height(double width, Frame frame) {
    return Style.TOP + rows(width) * (HEAD + side(width) + 8) + Style.TICKS + Legend.HEIGHT - 8;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    int columns = columns(room.width());
    double side = side(room.width());
    ColorScale scale = ColorScale.of(biases, look());
    int position = Math.min(scene.lab().position(), biases.getFirst().rows().size() - 1);
    drawing.text(
        room.x(),
        room.y() + 10,
        AxisWords.down(drawing.frame(), "figure.axis.queries"),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    double bottom = room.y();
    for (int head = 0; head < biases.size(); head++) {
      Node bias = biases.get(head);
      int column = head % columns;
      int row = head / columns;
      Rect grid =
          new Rect(
              room.x() + Style.LEFT + column * (side + GAP),
              room.y() + Style.TOP + row * (HEAD + side + 8) + HEAD,
              side,
              side);
      name(drawing, grid, head, bias);
      new MatrixPlot(bias, Cells.of(bias), scale, look(), scene.pointing()).draw(drawing, grid);
      double pitch = side / bias.rows().size();
      Rect here = new Rect(grid.x(), grid.y() + position * pitch, side, pitch);
      drawing.outline(here.inset(-1), 2, Stroke.of(Ink.ACCENT, 1.25));
      if (column == 0) {
        Ticks.left(drawing, grid, bias.rows().size(), OptionalInt.of(position), false);
      }
      if (row == rows(room.width()) - 1) {
        Ticks.below(drawing, grid, bias.columns().size(), 0, OptionalInt.empty());
      }
      bottom = grid.bottom();
    }
    MatrixPlot.of(biases.getFirst(), scene.look(), scene.pointing())
        .scaled(scale)
        .foot(
            drawing,
            new Rect(room.x() + Style.LEFT, bottom, columns * (side + GAP) - GAP, 0),
            room,
            AxisWords.across(drawing.frame(), "figure.axis.keys"),
            Optional.empty());
  }

  /** The head, and where the bias is a slope, what one step costs. */
  private void name(Drawing drawing, Rect grid, int head, Node bias) {
    String says = drawing.frame().text("figure.positions.head", head);
    double base = grid.y() - 7;
    drawing.text(grid.x(), base, says, Style.STRONG, Ink.TEXT, Align.START);
    drawing.hit(
        new Rect(grid.x(), grid.y() - HEAD + 4, drawing.measure().width(says, Style.STRONG), 16),
        new Target.Area(Region.all(bias.id())),
        says);
    if (slopes()) {
      CellText.draw(
          drawing,
          grid.right(),
          base,
          bias,
          bias.ref(1, 0),
          Style.VALUE,
          Tint.of(Ink.SOFT),
          Align.END);
      drawing.say(drawing.frame().text("figure.positions.heads.slope", head, bias.at(1, 0)));
    }
  }
}
