package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Origin;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A matrix that the run starts from: a parameter, token ids, a mask.
 *
 * @param kind what it is: {@code parameter}, {@code tokens}, {@code mask}, {@code input}
 * @param matrix the values; never changed
 * @param origin where they come from
 */
public record Given(String kind, FMatrixRMaj matrix, Origin origin) implements Op {

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    return matrix;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Given(origin, node.at(row, column));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of();
  }

  /** It has no inputs. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {}
}
