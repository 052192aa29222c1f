package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells side by side as bars from zero, in the colours of the heatmap; a line through their ends
 * where they are points of a curve.
 *
 * @param node the matrix
 * @param cells from left to right
 * @param scale of the whole matrix, so that strips can be compared
 * @param curve whether the ends are joined
 * @param signed whether zero is in the middle; else at the bottom
 */
record Strip(Node node, List<CellRef> cells, ColorScale scale, boolean curve, boolean signed) {

  static Strip column(Node node, int column, ColorScale scale, boolean curve, boolean signed) {
    List<CellRef> cells = new ArrayList<>();
    for (int row = 0; row < node.rows().size(); row++) {
      cells.add(node.ref(row, column));
    }
    return new Strip(node, cells, scale, curve, signed);
  }

  static Strip row(Node node, int row, ColorScale scale, boolean signed) {
    List<CellRef> cells = new ArrayList<>();
    for (int column = 0; column < node.columns().size(); column++) {
      cells.add(node.ref(row, column));
    }
    return new Strip(node, cells, scale, false, signed);
  }

  /** Whether a matrix has a cell below zero. */
  static boolean anyBelow(Node node) {
    for (int i = 0; i < node.value().getNumElements(); i++) {
      if (node.value().get(i) < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param strong the cell that is emphasised
   */
  void draw(Drawing drawing, Rect area, int strong) {
    double reach = area.height() / (signed ? 2 : 1);
    double zero = signed ? area.centerY() : area.bottom();
    double pitch = area.width() / cells.size();
    double gap = pitch >= 6 ? 1 : 0;
    List<Piece> line = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      float value = value(cells.get(i));
      double size = Math.clamp(value / scale.largest(), -1, 1) * reach;
      double x = area.x() + i * pitch;
      Rect bar = new Rect(x + gap / 2, Math.min(zero, zero - size), pitch - gap, Math.abs(size));
      drawing.fill(bar, 0, scale.tint(value));
      double y = zero - size;
      double middle = x + pitch / 2;
      line.add(line.isEmpty() ? new Piece.Move(middle, y) : new Piece.Straight(middle, y));
      CellText.hit(drawing, new Rect(x, area.y(), pitch, area.height()), node, cells.get(i));
    }
    drawing.line(area.x(), zero, area.right(), zero, Stroke.of(Ink.LINE, 1));
    if (curve) {
      drawing.add(Mark.Path.stroked(line, Stroke.of(Ink.TEXT, 1.25)));
    }
    if (strong >= 0 && strong < cells.size()) {
      double y = zero - Math.clamp(value(cells.get(strong)) / scale.largest(), -1, 1) * reach;
      double x = area.x() + (strong + 0.5) * pitch;
      drawing.fill(new Rect(x - 4, y - 4, 8, 8), 4, Tint.of(Ink.ACCENT));
      drawing.outline(new Rect(x - 4, y - 4, 8, 8), 4, Stroke.of(Ink.BACKGROUND, 1.25));
    }
  }

  private float value(CellRef ref) {
    return node.at(ref.row(), ref.column());
  }
}
