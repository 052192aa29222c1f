package attentionscope.op;

import attentionscope.tensor.Rows;
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
 * Layer normalization of each row: (x − μ) / √(σ² + ε) · gain + bias, with the mean and the
 * variance over the row's own features (Ba et al. 2016). Inputs: x (T x d), gain and bias (1 x d).
 *
 * @param epsilon keeps the division from zero
 */
public record LayerNorm(float epsilon) implements Op {

  @Override
  public String kind() {
    return "layer-norm";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.get(0);
    FMatrixRMaj y = Stock.unfilled(x.numRows, x.numCols);
    Rows.layerNorm(x, inputs.get(1), inputs.get(2), epsilon, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Standing standing = standing(node.input(0), row, epsilon);
    return new Expr.Plus(
        new Expr.Product(standing.normalized(column), node.input(1).cell(0, column)),
        node.input(2).cell(0, column));
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
    pass.share(node.input(2), new ColumnSums(), gradient);
  }

  /** A row's deviations from its mean and their spread. */
  private static Standing standing(Node x, int row, float epsilon) {
    Expr width = Standing.width(x);
    List<Expr> cells = Standing.cellsOf(x, row);
    Expr mean = Expr.Named.wide("μ", new Expr.Quotient(new Expr.Sum(cells), width));
    List<Expr> deviations =
        cells.stream().<Expr>map(cell -> new Expr.Rounded(new Expr.Minus(cell, mean))).toList();
    Expr variance = Standing.meanSquare("σ²", deviations, width);
    return new Standing(
        deviations,
        new Expr.Call(Function.SQRT, new Expr.Plus(variance, new Expr.Constant("ε", epsilon))));
  }

  /**
   * The gradient by x: with x̂ the normalized row and h_j = g_j · gain_j it is (h_j − mean(h) −
   * x̂_j · mean(h · x̂)) / √(σ² + ε). Inputs: x, gain, and the gradient g by the result.
   */
  public record Gradient(float epsilon) implements GradientOp {

    @Override
    public String kind() {
      return "layer-norm-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj x = inputs.get(0);
      FMatrixRMaj gradient = Stock.unfilled(x.numRows, x.numCols);
      Rows.layerNormGradient(x, inputs.get(1), inputs.get(2), epsilon, gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Standing standing = standing(node.input(0), row, epsilon);
      Expr width = Standing.width(node.input(0));
      List<Expr> scaled = Standing.scaled(node.input(2), node.input(1), row);
      Expr mean = Expr.Named.of("h̄", new Expr.Quotient(new Expr.Sum(scaled), width));
      Expr along = standing.along(scaled, width);
      return new Expr.Quotient(
          new Expr.Minus(
              new Expr.Minus(scaled.get(column), mean),
              new Expr.Product(standing.normalized(column), along)),
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
      return "layer-norm-gain-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = Stock.unfilled(1, inputs.get(0).numCols);
      Rows.layerNormGainGradient(inputs.get(0), inputs.get(1), epsilon, gradient);
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
