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
 * Some neighbouring columns of a matrix: a head's share of a projection.
 *
 * @param from the first column
 * @param count how many
 */
public record Columns(int from, int count) implements Op {

  @Override
  public String kind() {
    return "columns";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.unfilled(x.numRows, count);
    for (int row = 0; row < x.numRows; row++) {
      RowCopy.copy(x, row, from, count, y.data, row * count);
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return node.input(0).cell(row, from + column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    boolean taken = column >= from && column < from + count;
    return taken ? List.of(Region.cell(node.id(), row, column - from)) : List.of();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.place(node.input(0), gradient, 0, from);
  }
}
