package attentionscope.op;

import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A gradient on its way through a product of a gate and something gated: g ⊙ the other factor.
 * Inputs: the gradient g, the other factor. Both are B x d_h.
 *
 * @param resting the samples whose state stays
 * @param keeps whether these hand on their whole gradient, as to the state before; else nothing
 */
public record Gated(Resting resting, boolean keeps) implements GradientOp {

  @Override
  public String kind() {
    return "gated-gradient";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj product = new Multiply().forward(inputs);
    if (keeps) {
      resting.keep(inputs.get(0), product);
    } else {
      resting.clear(product);
    }
    return product;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Expr gradient = node.input(0).cell(row, column);
    if (resting.at(row)) {
      return keeps ? gradient : Expr.Constant.of(0);
    }
    return new Expr.Product(gradient, node.input(1).cell(row, column));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    boolean read = !resting.at(row) || (keeps && input == 0);
    return read ? List.of(Region.cell(node.id(), row, column)) : List.of();
  }
}
