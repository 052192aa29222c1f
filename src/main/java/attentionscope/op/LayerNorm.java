package attentionscope.op;

import attentionscope.tensor.Rows;
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
    Node x = node.input(0);
    Expr n = new Expr.Constant("d", x.value().numCols);
    List<Expr> cells = IntStream.range(0, x.value().numCols).mapToObj(j -> x.cell(row, j)).toList();
    Expr mean = Expr.Named.wide("μ", new Expr.Quotient(new Expr.Sum(cells), n));
    List<Expr> deviations =
        cells.stream().<Expr>map(cell -> new Expr.Rounded(new Expr.Minus(cell, mean))).toList();
    List<Expr.Product> squares =
        deviations.stream().map(deviation -> new Expr.Product(deviation, deviation)).toList();
    Expr variance = Expr.Named.of("σ²", new Expr.Quotient(new Expr.SumOfProducts(squares), n));
    Expr spread =
        new Expr.Call(Function.SQRT, new Expr.Plus(variance, new Expr.Constant("ε", epsilon)));
    return new Expr.Plus(
        new Expr.Product(
            new Expr.Quotient(deviations.get(column), spread), node.input(1).cell(0, column)),
        node.input(2).cell(0, column));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(input == 0 ? Region.row(node.id(), row) : Region.column(node.id(), column));
  }
}
