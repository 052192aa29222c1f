package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The rows of a matrix in another order, as from sample after sample to step after step.
 *
 * @param from for each row of the result the row it is, each at most once; {@link #ZERO} for a row
 *     of zeros, as padding has
 * @param rows how many rows the input has
 */
public record RowOrder(List<Integer> from, int rows) implements Op {

  /** No row of the input. */
  public static final int ZERO = -1;

  public RowOrder {
    from = List.copyOf(from);
  }

  @Override
  public String kind() {
    return "row-order";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.zeros(from.size(), x.numCols);
    for (int row = 0; row < y.numRows; row++) {
      int source = from.get(row);
      if (source != ZERO) {
        System.arraycopy(x.data, source * x.numCols, y.data, row * x.numCols, x.numCols);
      }
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    int source = from.get(row);
    return source == ZERO ? Expr.Constant.of(0) : node.input(0).cell(source, column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int to = from.indexOf(row);
    return to < 0 ? List.of() : List.of(Region.cell(node.id(), to, column));
  }

  /** The order that brings every row back; rows that went nowhere come back as zeros. */
  public RowOrder inverse() {
    Integer[] back = new Integer[rows];
    Arrays.fill(back, ZERO);
    for (int row = 0; row < from.size(); row++) {
      if (from.get(row) != ZERO) {
        back[from.get(row)] = row;
      }
    }
    return new RowOrder(List.of(back), from.size());
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), inverse(), gradient);
  }
}
