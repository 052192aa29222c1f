package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.trace.Node;
import java.util.Optional;

/**
 * Two matrices and their product, or that there is none: the columns of the left one and the rows
 * of the right one are counted and compared, and where they differ those left over are marked.
 *
 * @param check the sizes
 * @param left the numbers of the left one, if it has any; they have the left size
 * @param right the numbers of the right one
 * @param result the numbers of the product
 */
public record ProductFigure(
    SizeCheck check, Optional<Node> left, Optional<Node> right, Optional<Node> result) {

  private static final Type NAME = Type.ui(14).weight(Type.Weight.SEMIBOLD);
  private static final Type SIZE = Type.ui(13);
  private static final Type SIGN = Type.ui(20);
  private static final double LARGEST = 46;
  private static final double GAP = 46;
  private static final double ABOVE = 40;
  private static final double BELOW = 66;
  private static final double BRACKET = 9;

  /** Sizes alone. */
  public static ProductFigure of(MatrixSize left, MatrixSize right) {
    return new ProductFigure(
        new SizeCheck(left, right), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    drawIn(drawing, new Rect(0, 0, frame.width(), frame.height()).inset(12));
    return drawing.figure();
  }

  /** Draws it as a part of another figure. */
  public void drawIn(Drawing drawing, Rect room) {
    MatrixSize product = new MatrixSize(check.left().rows(), check.right().columns());
    double cells = check.left().columns() + check.right().columns() + product.columns();
    double highest = Math.max(check.left().rows(), check.right().rows());
    double wide = (room.width() - 2 * GAP - 3 * BRACKET) / cells;
    double high = (room.height() - ABOVE - BELOW) / highest;
    double cell = Math.clamp(Math.min(wide, high), 0.05, LARGEST);
    double width = cells * cell + 2 * GAP;
    double x = room.x() + Math.max(BRACKET, (room.width() - width) / 2);
    double middle = room.y() + ABOVE + Math.max(0, room.height() - ABOVE - BELOW) / 2;
    Rect a = place(x, middle, check.left(), cell);
    Rect b = place(a.right() + GAP, middle, check.right(), cell);
    Rect c = place(b.right() + GAP, middle, product, cell);
    matrix(drawing, a, check.left(), left, "A");
    matrix(drawing, b, check.right(), right, "B");
    sign(drawing, a, b, "·", Ink.SOFT);
    sign(drawing, b, c, check.fits() ? "=" : "≠", check.fits() ? Ink.SOFT : Ink.BAD);
    if (check.fits()) {
      matrix(drawing, c, product, result, "A·B");
    } else {
      none(drawing, c);
    }
    inner(drawing, a, b, cell);
    verdict(drawing, room, Math.max(a.bottom(), Math.max(b.bottom(), c.bottom())));
  }

  private static Rect place(double x, double middle, MatrixSize size, double cell) {
    double height = size.rows() * cell;
    return new Rect(x, middle - height / 2, size.columns() * cell, height);
  }

  private static void sign(Drawing drawing, Rect left, Rect right, String sign, Ink ink) {
    Rect between = new Rect(left.right(), left.y(), right.x() - left.right(), left.height());
    drawing.centred(between, sign, SIGN, Tint.of(ink));
  }

  private static void matrix(
      Drawing drawing, Rect rect, MatrixSize size, Optional<Node> node, String name) {
    drawing.text(rect.x(), rect.y() - 24, name, NAME, Ink.TEXT, Align.START);
    drawing.text(rect.x(), rect.y() - 8, size.toString(), SIZE, Ink.SOFT, Align.START);
    drawing.fill(rect, 3, Tint.of(Ink.SURFACE));
    if (node.isPresent()) {
      Cells cells = Cells.of(node.get());
      double pitchX = rect.width() / size.columns();
      double pitchY = rect.height() / size.rows();
      new CellPainter(
              cells,
              rect.inset(1),
              ColorScale.of(node.get(), MatrixLook.PLAIN),
              CellNumbers.fitting(cells, 3, pitchX - 2, pitchY - 2, drawing.measure()),
              MatrixLook.PLAIN,
              CellPainter.Emphasis.FULL)
          .draw(drawing);
    } else {
      lines(drawing, rect, size);
    }
    drawing.outline(rect, 3, Stroke.of(Ink.OUTPUT, 1.5));
  }

  /** The cells of a matrix without numbers, as far as they can be told apart. */
  private static void lines(Drawing drawing, Rect rect, MatrixSize size) {
    double pitch = rect.width() / size.columns();
    if (pitch < 5) {
      return;
    }
    for (int column = 1; column < size.columns(); column++) {
      double x = rect.x() + column * pitch;
      drawing.line(x, rect.y(), x, rect.bottom(), Stroke.of(Ink.LINE, 1));
    }
    for (int row = 1; row < size.rows(); row++) {
      double y = rect.y() + row * pitch;
      drawing.line(rect.x(), y, rect.right(), y, Stroke.of(Ink.LINE, 1));
    }
  }

  private static void none(Drawing drawing, Rect rect) {
    drawing.outline(rect, 3, Stroke.of(Ink.BAD, 1.5).dashed(5, 4));
    drawing.centred(rect, "?", NAME, Tint.of(Ink.BAD));
  }

  /** Counts the columns on the left and the rows on the right, and marks what is left over. */
  private void inner(Drawing drawing, Rect a, Rect b, double cell) {
    Ink ink = check.fits() ? Ink.ACCENT : Ink.BAD;
    Stroke stroke = Stroke.of(ink, 2);
    double y = a.bottom() + BRACKET;
    drawing.line(a.x() + 1, y, a.right() - 1, y, stroke);
    drawing.line(a.x() + 1, y, a.x() + 1, y - 4, stroke);
    drawing.line(a.right() - 1, y, a.right() - 1, y - 4, stroke);
    Type bold = SIZE.weight(Type.Weight.BOLD);
    drawing.text(
        a.centerX(), y + 15, Integer.toString(check.left().columns()), bold, ink, Align.MIDDLE);
    double x = b.x() - BRACKET;
    drawing.line(x, b.y() + 1, x, b.bottom() - 1, stroke);
    drawing.line(x, b.y() + 1, x + 4, b.y() + 1, stroke);
    drawing.line(x, b.bottom() - 1, x + 4, b.bottom() - 1, stroke);
    Rect beside = new Rect(x - 14, b.y(), 12, b.height());
    // above the sign between the two
    drawing.text(
        beside.right(), b.y() + 10, Integer.toString(check.right().rows()), bold, ink, Align.END);
    int met = Math.min(check.left().columns(), check.right().rows());
    if (check.left().columns() > met) {
      Rect over = new Rect(a.x() + met * cell, a.y(), a.width() - met * cell, a.height());
      drawing.fill(over, 0, Tint.of(Ink.BAD).faded(0.18));
    }
    if (check.right().rows() > met) {
      Rect over = new Rect(b.x(), b.y() + met * cell, b.width(), b.height() - met * cell);
      drawing.fill(over, 0, Tint.of(Ink.BAD).faded(0.18));
    }
  }

  private void verdict(Drawing drawing, Rect room, double under) {
    int columns = check.left().columns();
    int rows = check.right().rows();
    Frame frame = drawing.frame();
    String says =
        check.fits()
            ? frame.text("figure.shapes.meet", columns, rows)
            : frame.text("figure.shapes.differ", columns, rows);
    double y = Math.min(room.bottom() - 6, under + 50);
    drawing.text(
        room.centerX(),
        y,
        drawing.measure().shortened(says, SIZE, room.width()),
        SIZE.weight(Type.Weight.MEDIUM),
        check.fits() ? Ink.ACCENT : Ink.BAD,
        Align.MIDDLE);
    drawing.say("(" + check.left() + ") · (" + check.right() + "): " + says);
  }
}
