package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Linear biases as BLOOM has them: a score gains slope × the key's position, which differs from
 * {@link Alibi} by the same number for all keys of a query and so gives the same weights. Positions
 * count only what is no padding. It has no inputs. Result: (B·T_q) x T_k.
 *
 * @param queries T_q
 * @param positions of the keys of all samples, B·T_k
 * @param keys T_k
 * @param slope of this head ({@link Alibi#slopes})
 */
public record AlibiOfKeys(int queries, List<Integer> positions, int keys, float slope)
    implements Op {

  public AlibiOfKeys {
    positions = List.copyOf(positions);
  }

  @Override
  public String kind() {
    return "alibi";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj bias = new FMatrixRMaj(positions.size() / keys * queries, keys);
    for (int row = 0; row < bias.numRows; row++) {
      for (int column = 0; column < keys; column++) {
        bias.set(row, column, slope * position(row, column));
      }
    }
    return bias;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Product(
        new Expr.Constant("m", slope), new Expr.Constant("j", position(row, column)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of();
  }

  private int position(int row, int column) {
    return positions.get(row / queries * keys + column);
  }

  /** It has no inputs. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {}
}
