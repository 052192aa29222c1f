package attentionscope.op;

import attentionscope.tensor.Functions;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Weights that fade with the distance from a position: w_j · exp(−(j − p)² / 2σ²) (Luong et al.
 * 2015, equation 10). The rows no longer sum to one. Inputs: weights (T x T_k), positions p (T x
 * 1). Result: T x T_k.
 *
 * @param twiceVariance 2σ²; the paper has σ = D/2 where D is the window's reach
 */
public record Gaussian(float twiceVariance) implements Op {

  /** The paper's choice for a window. */
  public static Gaussian ofReach(int reach) {
    return new Gaussian(reach * (float) reach / 2);
  }

  @Override
  public String kind() {
    return "gaussian";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj weights = inputs.get(0);
    FMatrixRMaj position = inputs.get(1);
    FMatrixRMaj faded = new FMatrixRMaj(weights.numRows, weights.numCols);
    for (int row = 0; row < weights.numRows; row++) {
      for (int key = 0; key < weights.numCols; key++) {
        faded.set(row, key, weights.get(row, key) * share(key, position.get(row, 0)));
      }
    }
    return faded;
  }

  /** exp(−((j − p)·(j − p)) / 2σ²), every step rounded. */
  float share(int key, float position) {
    float distance = key - position;
    return Functions.exp((0f - distance * distance) / twiceVariance);
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Product(node.input(0).cell(row, column), share(node.input(1), row, column));
  }

  /** As {@link #share(int, float)}. */
  Expr share(Node position, int row, int column) {
    Expr distance = new Expr.Minus(new Expr.Constant("j", column), position.cell(row, 0));
    Expr square = new Expr.Product(distance, distance);
    return new Expr.Call(
        Function.EXP,
        new Expr.Quotient(
            new Expr.Minus(Expr.Constant.of(0), square), new Expr.Constant("2σ²", twiceVariance)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(input == 0 ? Region.cell(node.id(), row, column) : Region.row(node.id(), row));
  }
}
