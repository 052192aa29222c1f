package attentionscope.analysis;

import attentionscope.trace.Node;
import org.ejml.data.FMatrixRMaj;

/**
 * Which cells of a matrix a mask hides, known from the mask itself and not from how small a number
 * is.
 *
 * <p>A cell of masked scores is hidden where the mask that was added holds −∞ (or a number so far
 * below zero that it stands for it); a weight is hidden where its masked score is and softmax made
 * it exactly zero; a cell of the mask where it holds −∞ itself.
 *
 * @param value the matrix
 * @param mask what decides, of the same size
 * @param limit from here down the mask hides
 * @param weights whether the matrix holds weights, of which hidden ones are zero
 */
public record Masked(FMatrixRMaj value, FMatrixRMaj mask, float limit, boolean weights) {

  /** Models that add a finite number use −10⁴ and below; no score comes near. */
  private static final float HIDES = -1e4f;

  public static Masked of(Node node) {
    return switch (node.op().kind()) {
      case "softmax" -> new Masked(node.value(), mask(node.input(0)), HIDES, true);
      case "mask" -> new Masked(node.value(), mask(node), HIDES, false);
      default -> new Masked(node.value(), node.value(), Float.NEGATIVE_INFINITY, false);
    };
  }

  /** Whether a cell of a node is hidden and holds what a hidden cell must hold. */
  public static boolean at(Node node, int row, int column) {
    return of(node).at(row, column);
  }

  /** Whether the node holds any hidden cell. */
  public static boolean any(Node node) {
    if (node.op().kind().equals("parameter")) {
      return false; // nothing hides what was learned, and it may be large
    }
    Masked masked = of(node);
    for (int row = 0; row < node.value().numRows; row++) {
      for (int column = 0; column < node.value().numCols; column++) {
        if (masked.at(row, column)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a cell is hidden and holds what a hidden cell must hold. */
  public boolean at(int row, int column) {
    if (!hides(row, column)) {
      return false;
    }
    float held = value.unsafe_get(row, column);
    return weights ? held == 0 : held <= limit;
  }

  /** Whether the mask says that a cell is hidden, whatever it holds. */
  public boolean hides(int row, int column) {
    return mask.unsafe_get(row, column) <= limit;
  }

  /** What an addition of a mask added; a mask itself, and any other matrix, decides for itself. */
  private static FMatrixRMaj mask(Node node) {
    boolean adds = node.op().kind().equals("mask") && node.inputs().size() > 1;
    return adds ? node.input(1).value() : node.value();
  }
}
