package attentionscope.op;

import attentionscope.tensor.Rows;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A projection x·W + b. Inputs: x (T x d_in), W (d_in x d_out, transposed: d_out x d_in), b (1 x
 * d_out). Result: T x d_out. The bias is added last. Without a bias it is a {@link Product}.
 *
 * @param transposed whether W is transposed first
 */
public record Linear(boolean transposed) implements Op {

  @Override
  public String kind() {
    return "linear";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj y = new Product(transposed).of(inputs.get(0), inputs.get(1));
    Rows.addRow(y, inputs.get(2), y);
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Plus(
        new Product(transposed).explain(node, row, column), node.input(2).cell(0, column));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return input == 2
        ? List.of(Region.column(node.id(), column))
        : new Product(transposed).feeds(node, input, row, column);
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    new Product(transposed).backward(node, gradient, pass);
    pass.share(node.input(2), new ColumnSums(), gradient);
  }
}
