package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Attention with linear biases (Press et al. 2022): a score loses slope × distance. It has no
 * inputs. Result: (B·T_q) x T_k.
 *
 * @param samples how many samples are stacked
 * @param queries T_q; they are the last of the keys
 * @param keys T_k
 * @param slope of this head ({@link #slopes})
 */
public record Alibi(int samples, int queries, int keys, float slope) implements Op {

  @Override
  public String kind() {
    return "alibi";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj bias = new FMatrixRMaj(samples * queries, keys);
    for (int row = 0; row < bias.numRows; row++) {
      for (int column = 0; column < keys; column++) {
        bias.set(row, column, slope * distance(row, column));
      }
    }
    return bias;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Product(
        new Expr.Constant("m", slope), new Expr.Constant("−|i − j|", distance(row, column)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of();
  }

  private float distance(int row, int column) {
    return -Math.abs(row % queries + keys - queries - column);
  }

  /**
   * One slope a head: for a power of two n the powers of 2^(−8/n); else those of the next lower
   * power of two, followed by every second one of the next higher.
   */
  public static List<Float> slopes(int heads) {
    int power = Integer.highestOneBit(heads);
    List<Float> slopes = new ArrayList<>();
    for (int head = 1; head <= power; head++) {
      slopes.add((float) StrictMath.pow(2, -8.0 * head / power));
    }
    for (int head = 0; slopes.size() < heads; head++) {
      slopes.add((float) StrictMath.pow(2, -4.0 * (2 * head + 1) / power));
    }
    return slopes;
  }

  /** It has no inputs. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {}
}
