package attentionscope.op;

import attentionscope.tensor.RootMeanSquare;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Root mean square normalization of each row: x / √(mean(x²) + ε) · gain, with the mean over the
 * row's own features, which are not centred (Zhang and Sennrich 2019). Inputs: x (T x d), gain (1 x
 * d).
 *
 * @param epsilon keeps the division from zero
 */
public record RmsNorm(float epsilon) implements Op {

  @Override
  public String kind() {
    return "rms-norm";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.get(0);
    FMatrixRMaj y = Stock.unfilled(x.numRows, x.numCols);
    RootMeanSquare.normalize(x, inputs.get(1), epsilon, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Product(
        standing(node.input(0), row, epsilon).normalized(column), node.input(1).cell(0, column));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(input == 0 ? Region.row(node.id(), row) : Region.column(node.id(), column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node x = node.input(0);
    pass.share(x, new Gradient(epsilon), x, node.input(1), gradient);
    pass.share(node.input(1), new GainGradient(epsilon), x, gradient);
  }

  /** A row and its root mean square. */
  private static Standing standing(Node x, int row, float epsilon) {
    List<Expr> cells = Standing.cellsOf(x, row);
    Expr mean = Standing.meanSquare("x²", cells, Standing.width(x));
    return new Standing(
        cells, new Expr.Call(Function.SQRT, new Expr.Plus(mean, new Expr.Constant("ε", epsilon))));
  }

  /**
   * The gradient by x: with x̂ the normalized row and h_j = g_j · gain_j it is (h_j − x̂_j · mean(h
   * · x̂)) / √(mean(x²) + ε). Inputs: x, gain, and the gradient g by the result.
   */
  public record Gradient(float epsilon) implements GradientOp {

    @Override
    public String kind() {
      return "rms-norm-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj x = inputs.get(0);
      FMatrixRMaj gradient = Stock.unfilled(x.numRows, x.numCols);
      RootMeanSquare.gradient(x, inputs.get(1), inputs.get(2), epsilon, gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Standing standing = standing(node.input(0), row, epsilon);
      List<Expr> scaled = Standing.scaled(node.input(2), node.input(1), row);
      Expr along = standing.along(scaled, Standing.width(node.input(0)));
      return new Expr.Quotient(
          new Expr.Minus(scaled.get(column), new Expr.Product(standing.normalized(column), along)),
          standing.spread());
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return List.of(input == 1 ? Region.all(node.id()) : Region.row(node.id(), row));
    }
  }

  /** The gradient by the gain: Σ_t g · x̂ of each column. Inputs: x, and the gradient g. */
  public record GainGradient(float epsilon) implements GradientOp {

    @Override
    public String kind() {
      return "rms-norm-gain-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = Stock.unfilled(1, inputs.get(0).numCols);
      RootMeanSquare.gainGradient(inputs.get(0), inputs.get(1), epsilon, gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return Standing.byGain(node.input(1), column, t -> standing(node.input(0), t, epsilon));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return List.of(input == 0 ? Region.all(node.id()) : Region.cell(node.id(), 0, column));
    }
  }
}
