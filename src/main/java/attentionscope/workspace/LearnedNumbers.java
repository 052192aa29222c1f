package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.op.Given;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.Trace;
import org.ejml.data.FMatrixRMaj;

/**
 * Looks whether what a file holds are numbers, once a run has ended in something that is none:
 * weights are not read for it otherwise.
 */
final class LearnedNumbers {
  private LearnedNumbers() {}

  /**
   * @throws Problem when the last matrix has a cell that is no number because a matrix of a file
   *     has one; or when the last matrix is one of a file itself and has no number at all
   */
  static void require(Trace trace) throws Problem {
    if (trace.nodes().isEmpty()) {
      return;
    }
    Node last = trace.nodes().getLast();
    int none = notNumbers(last.value());
    if (none == 0 || (last.inputs().isEmpty() && none < last.value().getNumElements())) {
      return;
    }
    for (Node node : trace.nodes()) {
      if (node.op() instanceof Given given
          && given.origin() instanceof Origin.File file
          && notNumbers(node.value()) > 0) {
        throw new Problem("workspace.problem.no-number", file.file(), file.tensor());
      }
    }
  }

  private static int notNumbers(FMatrixRMaj matrix) {
    int count = 0;
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        count += Float.isNaN(matrix.get(row, column)) ? 1 : 0;
      }
    }
    return count;
  }
}
