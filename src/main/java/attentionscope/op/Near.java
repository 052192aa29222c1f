package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A mask that leaves only keys near a position that was computed: 0 within the reach, −∞ beyond.
 * Input: positions (T x 1). Result: T x T_k.
 *
 * @param keys T_k
 * @param reach D: how far from the position a key may stand
 */
public record Near(int keys, int reach) implements Op {

  @Override
  public String kind() {
    return "near";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj position = inputs.getFirst();
    FMatrixRMaj mask = new FMatrixRMaj(position.numRows, keys);
    for (int row = 0; row < mask.numRows; row++) {
      for (int key = 0; key < keys; key++) {
        mask.set(row, key, mask(position.get(row, 0), key));
      }
    }
    return mask;
  }

  private float mask(float position, int key) {
    return Math.abs(key - position) <= reach ? 0f : Float.NEGATIVE_INFINITY;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Expr position = node.input(0).cell(row, 0);
    float mask = mask(node.input(0).at(row, 0), column);
    return new Expr.Picked(
        Expr.Constant.of(mask), new Expr.Minus(new Expr.Constant("j", column), position));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(Region.row(node.id(), row));
  }

  /** The mask does not change with small changes of the position. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {}
}
