package attentionscope.figure.matrix;

import attentionscope.trace.Node;
import org.ejml.data.FMatrixRMaj;

/**
 * Which cells a mask hides, known from the mask itself and not from how small a number is.
 *
 * <p>A cell of masked scores is hidden where the mask that was added holds −∞ (or a number so far
 * below zero that it stands for it); a weight is hidden where its masked score is and softmax made
 * it exactly zero; a cell of the mask where it holds −∞ itself.
 */
public final class Masked {

  /** Models that add a finite number use −10⁴ and below; no score comes near. */
  private static final float HIDES = -1e4f;

  private Masked() {}

  /** Whether a cell of a node is hidden. */
  public static boolean at(Node node, int row, int column) {
    return switch (node.op().kind()) {
      case "softmax" -> node.at(row, column) == 0 && hides(node.input(0).value(), row, column);
      case "mask" ->
          node.inputs().size() > 1
              ? hides(node.value(), row, column) && hides(node.input(1).value(), row, column)
              : hides(node.value(), row, column);
      default -> node.at(row, column) == Float.NEGATIVE_INFINITY;
    };
  }

  /** Whether the node hides any cell. */
  public static boolean any(Node node) {
    for (int row = 0; row < node.value().numRows; row++) {
      for (int column = 0; column < node.value().numCols; column++) {
        if (at(node, row, column)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hides(FMatrixRMaj matrix, int row, int column) {
    return matrix.get(row, column) <= HIDES;
  }
}
