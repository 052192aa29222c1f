package attentionscope.lesson.expression;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;

/** Whether a run has what a region names. */
public final class Regions {
  private Regions() {}

  /**
   * Looks for a region in a run.
   *
   * @throws Problem if the run has no such matrix (it names the nearest), or the region leaves it
   */
  public static void check(Trace trace, Region region) throws Problem {
    check(trace.get(region.id()), region);
  }

  /**
   * Looks whether a region lies within its matrix.
   *
   * @throws Problem if it does not
   */
  static void check(Node node, Region region) throws Problem {
    int rows = node.value().numRows;
    int columns = node.value().numCols;
    if (!inside(region.rows(), rows) || !inside(region.columns(), columns)) {
      throw new Problem("lesson.problem.region-outside", region, node.id(), rows, columns);
    }
  }

  private static boolean inside(Region.Span span, int length) {
    return span.isAll() ? length > 0 : span.to() <= length;
  }
}
