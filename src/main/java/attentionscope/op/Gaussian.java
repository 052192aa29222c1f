package attentionscope.op;

import attentionscope.tensor.Functions;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
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

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node position = node.input(1);
    pass.share(node.input(0), this, gradient, position); // as large as the weights
    pass.share(position, new PositionGradient(twiceVariance / 2), node, position, gradient);
  }

  /**
   * The gradient by the positions: Σ_j (g_j · y_j) · ((j − p) / σ²). Inputs: the faded weights y,
   * the positions p, the gradient g by y.
   *
   * @param variance σ²
   */
  public record PositionGradient(float variance) implements GradientOp {

    @Override
    public String kind() {
      return "gaussian-position-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj y = inputs.get(0);
      FMatrixRMaj position = inputs.get(1);
      FMatrixRMaj g = inputs.get(2);
      FMatrixRMaj gradient = new FMatrixRMaj(y.numRows, 1);
      for (int row = 0; row < y.numRows; row++) {
        float sum = 0f;
        for (int key = 0; key < y.numCols; key++) {
          float slope = (key - position.get(row, 0)) / variance;
          sum = Math.fma(g.get(row, key) * y.get(row, key), slope, sum);
        }
        gradient.set(row, 0, sum);
      }
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Node y = node.input(0);
      Expr position = node.input(1).cell(row, 0);
      Node g = node.input(2);
      return new Expr.SumOfProducts(
          IntStream.range(0, y.value().numCols)
              .mapToObj(
                  key ->
                      new Expr.Product(
                          new Expr.Product(g.cell(row, key), y.cell(row, key)),
                          new Expr.Quotient(
                              new Expr.Minus(new Expr.Constant("j", key), position),
                              new Expr.Constant("σ²", variance))))
              .toList());
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return List.of(Region.cell(node.id(), row, 0));
    }
  }
}
