package attentionscope.figure.heads;

import attentionscope.figure.Drawing;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.trace.Node;

/** One head's weights, small, with square cells in the middle of its room. */
public final class HeadMiniature {

  private HeadMiniature() {}

  /** Where the cells are. */
  public static Rect grid(Node node, Rect room, MatrixLook look) {
    int across = look.transposed() ? node.value().numRows : node.value().numCols;
    int down = look.transposed() ? node.value().numCols : node.value().numRows;
    double cell = Math.min(room.width() / across, room.height() / down);
    return new Rect(
        room.centerX() - cell * across / 2,
        room.centerY() - cell * down / 2,
        cell * across,
        cell * down);
  }

  public static void draw(
      Drawing drawing, Node node, Rect grid, ColorScale scale, MatrixLook look) {
    new CellPainter(
            Cells.of(node),
            grid,
            scale,
            CellNumbers.none(drawing.measure()),
            look,
            CellPainter.Emphasis.FULL)
        .draw(drawing);
  }
}
