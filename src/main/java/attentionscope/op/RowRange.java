package attentionscope.op;

import attentionscope.tensor.RowCopy;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Some neighbouring rows of a matrix.
 *
 * @param from the first row
 * @param count how many
 */
public record RowRange(int from, int count) implements Op {

  @Override
  public String kind() {
    return "rows";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.unfilled(count, x.numCols);
    for (int row = 0; row < count; row++) {
      RowCopy.copy(x, from + row, y.data, row * x.numCols);
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return node.input(0).cell(from + row, column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    boolean taken = row >= from && row < from + count;
    return taken ? List.of(Region.cell(node.id(), row - from, column)) : List.of();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.place(node.input(0), gradient, from, 0);
  }
}
