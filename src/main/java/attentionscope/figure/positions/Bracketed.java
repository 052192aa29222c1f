package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import java.util.List;

/**
 * Small matrices of cells in brackets, side by side.
 *
 * @param top of the brackets; names stand above
 * @param number how wide one number is
 */
record Bracketed(Drawing drawing, double top, double number) {

  private static final double LINE = 22;
  private static final double SERIF = 5;

  /** Draws one; answers where it ends. */
  double draw(double x, String name, Node node, CellRef[][] cells) {
    int columns = cells[0].length;
    double width = columns * number + 4;
    double height = cells.length * LINE;
    bracket(x, SERIF, height);
    bracket(x + width, -SERIF, height);
    drawing.text(x + width / 2, top - 7, name, Style.STRONG, Ink.SOFT, Align.MIDDLE);
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < columns; column++) {
        CellText.draw(
            drawing,
            x + (column + 1) * number - 3,
            top + (row + 0.5) * LINE + drawing.measure().capHeight(Style.VALUE) / 2,
            node,
            cells[row][column],
            Style.VALUE,
            Tint.of(Ink.TEXT),
            Align.END);
      }
    }
    return x + width;
  }

  /** A sign between two of them; answers where the next begins. */
  double sign(double x, String sign) {
    double middle = top + LINE + drawing.measure().capHeight(Style.STRONG) / 2;
    drawing.text(x + 9, middle, sign, Style.STRONG, Ink.SOFT, Align.MIDDLE);
    return x + 18;
  }

  private void bracket(double x, double serif, double height) {
    drawing.add(
        Mark.Path.stroked(
            List.of(
                new Piece.Move(x + serif, top),
                new Piece.Straight(x, top),
                new Piece.Straight(x, top + height),
                new Piece.Straight(x + serif, top + height)),
            Stroke.of(Ink.SOFT, 1.25)));
  }
}
