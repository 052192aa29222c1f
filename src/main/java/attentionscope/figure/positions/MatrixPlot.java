package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.matrix.Reduced;
import attentionscope.trace.Node;
import java.util.Optional;

/**
 * A matrix with its cells, what is pointed at in it, and the line that explains its colours.
 *
 * @param node the matrix
 * @param cells those that are shown, from its upper left corner
 */
record MatrixPlot(Node node, Cells cells, ColorScale scale, MatrixLook look, Pointing pointing) {

  static MatrixPlot of(Node node, MatrixLook look, Pointing pointing) {
    return new MatrixPlot(node, Cells.of(node), ColorScale.of(node, look), look, pointing);
  }

  /** As many rows from the top as asked, such as the first sample of two. */
  static MatrixPlot top(Node node, int rows, ColorScale scale, MatrixLook look, Pointing pointing) {
    return new MatrixPlot(node, new TopRows(Cells.of(node), rows), scale, look, pointing);
  }

  /** The same on another scale. */
  MatrixPlot scaled(ColorScale other) {
    return new MatrixPlot(node, cells, other, look, pointing);
  }

  int across() {
    return look.transposed() ? cells.rows() : cells.columns();
  }

  int down() {
    return look.transposed() ? cells.columns() : cells.rows();
  }

  /** Draws the cells; answers how the matrix was made smaller, if it was. */
  Optional<Reduced> draw(Drawing drawing, Rect grid) {
    double width = grid.width() / across();
    double height = grid.height() / down();
    boolean large = width >= 14 && height >= 14;
    CellNumbers numbers =
        large
            ? CellNumbers.fitting(cells, 3, width - 2, height - 2, drawing.measure())
            : CellNumbers.none(drawing.measure());
    CellPainter painter =
        new CellPainter(cells, grid, scale, numbers, look, CellPainter.Emphasis.FULL);
    drawing.hit(
        new Hit.Grid(
            grid,
            node.id(),
            cells.rows(),
            cells.columns(),
            look.transposed(),
            ref -> CellWords.of(node, ref, drawing.frame().texts())));
    Optional<Reduced> reduced = painter.draw(drawing);
    Marks.draw(drawing, node, painter, pointing);
    return reduced;
  }

  /**
   * Draws the line below the axis that explains the colours, and names the axis at its end. It is
   * as wide as the cells or, where that is too little, wider.
   *
   * @param room what it may not leave
   */
  void foot(Drawing drawing, Rect grid, Rect room, String across, Optional<Reduced> reduced) {
    Rect line = new Rect(grid.x(), grid.bottom() + Style.TICKS, grid.width(), Legend.HEIGHT);
    double base = drawing.measure().baselineIn(line, Style.NAME);
    double name = drawing.measure().width(across, Style.NAME);
    Rect endless = new Rect(0, 0, 1e4, Legend.HEIGHT);
    double legend = Legend.draw(new Drawing(drawing.frame()), 0, endless, 0, scale, false);
    double right = Math.clamp(grid.x() + legend + 12 + name, grid.right(), room.right());
    Rect left = new Rect(room.x(), line.y(), right - name - 12 - room.x(), line.height());
    double end = Legend.draw(drawing, grid.x(), left, line.centerY(), scale, false);
    drawing.text(right, base, across, Style.NAME, Ink.SOFT, Align.END);
    if (reduced.isPresent()) {
      String key =
          look.reduction() == MatrixLook.Reduction.MEAN
              ? "figure.reduced.mean"
              : "figure.reduced.max";
      String says = drawing.frame().text(key, reduced.get().perRow(), reduced.get().perColumn());
      String shown = drawing.measure().shortened(says, Style.NAME, right - name - 12 - end - 14);
      drawing.text(end + 14, base, shown, Style.NAME, Ink.SOFT, Align.START);
      double width = drawing.measure().width(shown, Style.NAME);
      drawing.hit(
          new Rect(end + 14, line.y(), width, line.height()), HeatmapFigure.REDUCTION, says);
    }
  }
}
