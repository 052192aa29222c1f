package attentionscope.op;

import attentionscope.tensor.Block;
import attentionscope.tensor.Products;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * What a recurrent step's gates are computed of: h·W plus this step's part of the projected inputs,
 * which were computed for all steps at once. The inputs' part is added last. Inputs: the state h (B
 * x d_h), W (d_h x n), the projected inputs of all steps (T·B x m, step after step). Result: B x n.
 *
 * @param row where the step begins among the projected inputs' rows
 * @param column which of their columns the first is
 */
public record Recurrence(int row, int column) implements Op {

  private static final Product PRODUCT = new Product(false);

  @Override
  public String kind() {
    return "recurrence";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj h = inputs.get(0);
    FMatrixRMaj weight = inputs.get(1);
    FMatrixRMaj projected = inputs.get(2);
    FMatrixRMaj sum = Stock.unfilled(h.numRows, weight.numCols);
    Products.multiply(Block.of(h), Block.of(weight), Block.of(sum));
    for (int r = 0; r < sum.numRows; r++) {
      int to = r * sum.numCols;
      int from = (row + r) * projected.numCols + column;
      for (int j = 0; j < sum.numCols; j++) {
        sum.data[to + j] += projected.data[from + j];
      }
    }
    return sum;
  }

  @Override
  public Expr explain(Node node, int r, int c) {
    return new Expr.Plus(PRODUCT.explain(node, r, c), node.input(2).cell(row + r, column + c));
  }

  @Override
  public List<Region> feeds(Node node, int input, int r, int c) {
    if (input < 2) {
      return PRODUCT.feeds(node, input, r, c);
    }
    boolean read =
        r >= row
            && r < row + node.value().numRows
            && c >= column
            && c < column + node.value().numCols;
    return read ? List.of(Region.cell(node.id(), r - row, c - column)) : List.of();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node h = node.input(0);
    Node weight = node.input(1);
    pass.share(h, new Product(true), gradient, weight);
    pass.share(weight, StepProducts.ONE, h, gradient);
    pass.place(node.input(2), gradient, row, column);
  }
}
