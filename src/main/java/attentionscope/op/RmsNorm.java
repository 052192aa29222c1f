package attentionscope.op;

import attentionscope.tensor.RootMeanSquare;
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
    FMatrixRMaj y = new FMatrixRMaj(x.numRows, x.numCols);
    RootMeanSquare.normalize(x, inputs.get(1), epsilon, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Product(
        Standing.of(node.input(0), row, epsilon).normalized(column), node.input(1).cell(0, column));
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

  /** A row and its root mean square, as parts of explanations. */
  private record Standing(List<Expr> cells, Expr root) {

    static Standing of(Node x, int row, float epsilon) {
      Expr n = new Expr.Constant("d", x.value().numCols);
      List<Expr> cells =
          IntStream.range(0, x.value().numCols).mapToObj(j -> x.cell(row, j)).toList();
      List<Expr.Product> squares =
          cells.stream().map(cell -> new Expr.Product(cell, cell)).toList();
      Expr mean = Expr.Named.of("x²", new Expr.Quotient(new Expr.SumOfProducts(squares), n));
      Expr root =
          new Expr.Call(Function.SQRT, new Expr.Plus(mean, new Expr.Constant("ε", epsilon)));
      return new Standing(cells, root);
    }

    Expr normalized(int column) {
      return new Expr.Quotient(cells.get(column), root);
    }
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
      FMatrixRMaj gradient = new FMatrixRMaj(x.numRows, x.numCols);
      RootMeanSquare.gradient(x, inputs.get(1), inputs.get(2), epsilon, gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Standing standing = Standing.of(node.input(0), row, epsilon);
      int width = node.input(0).value().numCols;
      List<Expr> scaled =
          IntStream.range(0, width)
              .<Expr>mapToObj(
                  j -> new Expr.Product(node.input(2).cell(row, j), node.input(1).cell(0, j)))
              .toList();
      List<Expr.Product> products =
          IntStream.range(0, width)
              .mapToObj(j -> new Expr.Product(scaled.get(j), standing.normalized(j)))
              .toList();
      Expr along =
          Expr.Named.of(
              "c",
              new Expr.Quotient(new Expr.SumOfProducts(products), new Expr.Constant("d", width)));
      return new Expr.Quotient(
          new Expr.Minus(scaled.get(column), new Expr.Product(standing.normalized(column), along)),
          standing.root());
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
      FMatrixRMaj gradient = new FMatrixRMaj(1, inputs.get(0).numCols);
      RootMeanSquare.gainGradient(inputs.get(0), inputs.get(1), epsilon, gradient);
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
