package attentionscope.lesson.expression;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;

/** Reads parts of a run for expressions, and counts what it reads: there is a limit. */
final class Cells {
  /** A 1,000 x 1,000 matrix may be read four times. */
  private static final long MOST = 4_000_000;

  private long read;

  /**
   * The matrix of a run.
   *
   * @throws Problem if there is none of that name
   */
  static Node node(Trace trace, String id) throws Problem {
    if (!TensorId.isWellFormed(id)) {
      throw new Problem("workspace.problem.region-form", id);
    }
    return trace.get(TensorId.of(id));
  }

  /**
   * A region as it is written.
   *
   * @throws Problem if the text has another form
   */
  static Region region(String text) throws Problem {
    return Region.parse(text).orElseThrow(() -> new Problem("workspace.problem.region-form", text));
  }

  /**
   * The cells of a region, row by row.
   *
   * @throws Problem if the run has no such matrix or the region leaves it
   */
  double[] of(Trace trace, Region region) throws Problem {
    Node node = trace.get(region.id());
    Regions.check(node, region);
    int top = region.rows().from();
    int left = region.columns().from();
    int rows = Math.min(region.rows().to(), node.value().numRows) - top;
    int columns = Math.min(region.columns().to(), node.value().numCols) - left;
    read += (long) rows * columns;
    if (read > MOST) { // before anything is allocated
      throw new Problem("lesson.problem.expression-cells", MOST);
    }
    double[] cells = new double[rows * columns];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = node.at(top + i / columns, left + i % columns);
    }
    return cells;
  }
}
