package attentionscope.op;

import attentionscope.tensor.SplitMix;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.ejml.data.FMatrixRMaj;

/**
 * Some cells become zero, the others grow by 1 / (1 − rate), so that the sum stays what it was on
 * average (Srivastava et al. 2014). Which ones, follows from the seed and the cell's place alone.
 *
 * @param rate the share of cells that become zero
 * @param seed of the choice
 */
public record Dropout(double rate, long seed) implements Op {

  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("a dropout rate of " + rate);
    }
  }

  /** The choice for one matrix of a run: the same seed leaves out other cells of another matrix. */
  public static Dropout of(double rate, long seed, TensorId id) {
    CRC32C sum = new CRC32C();
    sum.update(id.path().getBytes(StandardCharsets.UTF_8));
    return new Dropout(rate, SplitMix.scatter(seed * SplitMix.STEP) ^ sum.getValue());
  }

  @Override
  public String kind() {
    return "dropout";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.unfilled(x.numRows, x.numCols);
    float growth = growth();
    for (int i = 0; i < y.data.length; i++) {
      y.data[i] = keeps(i) ? x.data[i] * growth : 0f;
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return keeps(row * node.value().numCols + column)
        ? new Expr.Product(node.input(0).cell(row, column), new Expr.Constant("1/(1−p)", growth()))
        : Expr.Constant.of(0);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return keeps(row * node.value().numCols + column)
        ? List.of(Region.cell(node.id(), row, column))
        : List.of();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), this, gradient);
  }

  private float growth() {
    return (float) (1 / (1 - rate));
  }

  private boolean keeps(int cell) {
    return (SplitMix.scatter((seed + cell) * SplitMix.STEP) >>> 11) * 0x1p-53 >= rate;
  }
}
