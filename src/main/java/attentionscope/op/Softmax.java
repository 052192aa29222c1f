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
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Each row becomes positive and sums to one: exp(x_j − max) / Σ exp(x_i − max). The largest value
 * of the row is subtracted first, which changes nothing but keeps exp from overflowing. A cell of
 * −∞ becomes exactly 0; a row of nothing but −∞ has no softmax and becomes NaN.
 */
public record Softmax() implements Op {

  @Override
  public String kind() {
    return "softmax";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.unfilled(x.numRows, x.numCols);
    Rows.softmax(x, y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node x = node.input(0);
    List<Expr> cells = IntStream.range(0, x.value().numCols).mapToObj(j -> x.cell(row, j)).toList();
    Expr max = Expr.Named.of("max", new Expr.Max(cells));
    List<Expr> exponentials =
        cells.stream()
            .<Expr>map(cell -> new Expr.Call(Function.EXP, new Expr.Minus(cell, max)))
            .toList();
    return new Expr.Quotient(
        exponentials.get(column), Expr.Named.of("Σ", new Expr.Sum(exponentials)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(Region.row(node.id(), row));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new Gradient(), node, gradient);
  }

  /**
   * The gradient by a softmax's input: y_j · (g_j − Σ y_i g_i). Inputs: the softmax y, the gradient
   * g by it.
   */
  public record Gradient() implements GradientOp {

    @Override
    public String kind() {
      return "softmax-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj y = inputs.get(0);
      FMatrixRMaj gradient = Stock.unfilled(y.numRows, y.numCols);
      Rows.softmaxGradient(y, inputs.get(1), gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Node y = node.input(0);
      Node g = node.input(1);
      List<Expr.Product> products =
          IntStream.range(0, y.value().numCols)
              .mapToObj(i -> new Expr.Product(y.cell(row, i), g.cell(row, i)))
              .toList();
      Expr mean = Expr.Named.of("Σ", new Expr.SumOfProducts(products));
      return new Expr.Product(y.cell(row, column), new Expr.Minus(g.cell(row, column), mean));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return List.of(Region.row(node.id(), row));
    }
  }
}
