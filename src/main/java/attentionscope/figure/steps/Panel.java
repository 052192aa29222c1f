package attentionscope.figure.steps;

import attentionscope.figure.Rect;
import attentionscope.figure.matrix.AxisLabels;

/**
 * Where one matrix stands.
 *
 * @param part which matrix
 * @param title the line of its name
 * @param axes the line that names its axes
 * @param grid its cells
 * @param left its row labels
 * @param above its column labels
 */
record Panel(Part part, Rect title, Rect axes, Rect grid, AxisLabels left, AxisLabels above) {

  /** The matrices of the figure. */
  enum Part {
    Q,
    K,
    SCORES,
    WEIGHTS,
    V,
    OUTPUT
  }

  /** Everything that belongs to it. */
  Rect all() {
    return title.union(axes).union(grid).union(labels());
  }

  /** The column labels, row labels and cells. */
  Rect labels() {
    return new Rect(
        grid.x() - left.extent(),
        grid.y() - above.extent(),
        grid.width() + left.extent(),
        grid.height() + above.extent());
  }
}
