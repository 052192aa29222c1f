package attentionscope.op;

import attentionscope.tensor.Rows;
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
    FMatrixRMaj y = new FMatrixRMaj(x.numRows, x.numCols);
    Rows.layerNorm(x, inputs.get(1), inputs.get(2), epsilon, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Standing standing = Standing.of(node.input(0), row, epsilon);
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

  /** A row's deviations from its mean and their spread, as parts of explanations. */
  private record Standing(List<Expr> deviations, Expr spread) {

    static Standing of(Node x, int row, float epsilon) {
      Expr n = new Expr.Constant("d", x.value().numCols);
      List<Expr> cells =
          IntStream.range(0, x.value().numCols).mapToObj(j -> x.cell(row, j)).toList();
      Expr mean = Expr.Named.wide("μ", new Expr.Quotient(new Expr.Sum(cells), n));
      List<Expr> deviations =
          cells.stream().<Expr>map(cell -> new Expr.Rounded(new Expr.Minus(cell, mean))).toList();
      List<Expr.Product> squares =
          deviations.stream().map(deviation -> new Expr.Product(deviation, deviation)).toList();
      Expr variance = Expr.Named.of("σ²", new Expr.Quotient(new Expr.SumOfProducts(squares), n));
      Expr spread =
          new Expr.Call(Function.SQRT, new Expr.Plus(variance, new Expr.Constant("ε", epsilon)));
      return new Standing(deviations, spread);
    }

    Expr normalized(int column) {
      return new Expr.Quotient(deviations.get(column), spread);
    }
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
      FMatrixRMaj gradient = new FMatrixRMaj(x.numRows, x.numCols);
      Rows.layerNormGradient(x, inputs.get(1), inputs.get(2), epsilon, gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Standing standing = Standing.of(node.input(0), row, epsilon);
      int width = node.input(0).value().numCols;
      Expr n = new Expr.Constant("d", width);
      List<Expr> scaled =
          IntStream.range(0, width)
              .<Expr>mapToObj(
                  j -> new Expr.Product(node.input(2).cell(row, j), node.input(1).cell(0, j)))
              .toList();
      List<Expr.Product> products =
          IntStream.range(0, width)
              .mapToObj(j -> new Expr.Product(scaled.get(j), standing.normalized(j)))
              .toList();
      Expr mean = Expr.Named.of("h̄", new Expr.Quotient(new Expr.Sum(scaled), n));
      Expr along = Expr.Named.of("c", new Expr.Quotient(new Expr.SumOfProducts(products), n));
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
      FMatrixRMaj gradient = new FMatrixRMaj(1, inputs.get(0).numCols);
      Rows.layerNormGainGradient(inputs.get(0), inputs.get(1), epsilon, gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Node x = node.input(0);
      return new Expr.SumOfProducts(
          IntStream.range(0, x.value().numRows)
              .mapToObj(
                  t ->
                      new Expr.Product(
                          node.input(1).cell(t, column),
                          Standing.of(x, t, epsilon).normalized(column)))
              .toList());
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return List.of(input == 0 ? Region.all(node.id()) : Region.cell(node.id(), 0, column));
    }
  }
}
