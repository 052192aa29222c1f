package attentionscope.figure.matrix;

import attentionscope.figure.Ramp;
import attentionscope.figure.Tint;
import attentionscope.tensor.RowCopy;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * How the numbers of one or several matrices become colours.
 *
 * @param ramp {@link Ramp#DIVERGING} for signed numbers; any other begins at zero
 * @param largest the size that gets the end's colour, above 0
 * @param curve from sizes to places on the ramp
 */
public record ColorScale(Ramp ramp, double largest, Curve curve) {

  /** The scale of one matrix. */
  public static ColorScale of(Node node, MatrixLook look) {
    return of(List.of(node), look);
  }

  /** One scale for several matrices of a kind. */
  public static ColorScale of(List<Node> nodes, MatrixLook look) {
    boolean weights = nodes.stream().allMatch(ColorScale::holdsWeights);
    double largest = nodes.stream().mapToDouble(node -> largest(node.value())).max().orElse(0);
    return new ColorScale(
        weights ? look.weights() : Ramp.DIVERGING, largest > 0 ? largest : 1, look.curve());
  }

  /** Whether a matrix holds shares of a whole: numbers from 0 to 1. */
  public static boolean holdsWeights(Node node) {
    String leaf = node.id().leaf();
    return node.op().kind().equals("softmax")
        || leaf.equals("weights")
        || leaf.equals("probabilities");
  }

  public boolean signed() {
    return ramp == Ramp.DIVERGING;
  }

  /** Where a number is on the ramp. */
  public float at(double value) {
    double size = curve.of(Math.min(1, Math.abs(value) / largest));
    double place = value < 0 ? (signed() ? -size : 0) : size;
    return (float) place;
  }

  public Tint tint(double value) {
    return new Tint.Mapped(ramp, at(value));
  }

  private static double largest(FMatrixRMaj matrix) {
    double largest = 0;
    float[] cells = new float[matrix.numCols];
    for (int row = 0; row < matrix.numRows; row++) {
      RowCopy.copy(matrix, row, cells, 0);
      for (float cell : cells) {
        float size = Math.abs(cell);
        if (size > largest && size < Float.POSITIVE_INFINITY && cell > MASKS) {
          largest = size;
        }
      }
    }
    return largest;
  }

  /** Finite stand-ins for −∞ must not use up the scale. */
  private static final double MASKS = -1e4;
}
