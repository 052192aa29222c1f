package attentionscope.analysis;

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

  /** Whether a cell of a node is hidden and holds what a hidden cell must hold. */
  public static boolean at(Node node, int row, int column) {
    return switch (node.op().kind()) {
      case "softmax" -> node.at(row, column) == 0 && hides(node, row, column);
      case "mask" -> isHidden(node.value(), row, column) && hides(node, row, column);
      default -> node.at(row, column) == Float.NEGATIVE_INFINITY;
    };
  }

  /** Whether the mask says that a cell of scores, weights or of the mask itself is hidden. */
  public static boolean hides(Node node, int row, int column) {
    return switch (node.op().kind()) {
      case "softmax" -> hides(node.input(0), row, column);
      case "mask" -> isHidden(mask(node), row, column);
      default -> node.at(row, column) == Float.NEGATIVE_INFINITY;
    };
  }

  /** Whether the node holds any hidden cell. */
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

  /** What an addition of a mask added; a mask itself has no inputs. */
  private static FMatrixRMaj mask(Node node) {
    return node.inputs().size() > 1 ? node.input(1).value() : node.value();
  }

  private static boolean isHidden(FMatrixRMaj matrix, int row, int column) {
    return matrix.get(row, column) <= HIDES;
  }
}
