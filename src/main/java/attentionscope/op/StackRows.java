package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Matrices of equally many columns set one below the other: the states of all steps. */
public record StackRows() implements Op {

  @Override
  public String kind() {
    return "stack-rows";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    int rows = inputs.stream().mapToInt(x -> x.numRows).sum();
    FMatrixRMaj y = Stock.unfilled(rows, inputs.getFirst().numCols);
    int at = 0;
    for (FMatrixRMaj x : inputs) {
      int cells = x.numRows * x.numCols;
      System.arraycopy(x.data, 0, y.data, at, cells);
      at += cells;
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    int at = row;
    for (Node input : node.inputs()) {
      int height = input.value().numRows;
      if (at < height) {
        return input.cell(at, column);
      }
      at -= height;
    }
    throw new IndexOutOfBoundsException(node.id() + " has no row " + row);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(Region.cell(node.id(), before(node, input) + row, column));
  }

  /** The row at which an input begins. */
  private static int before(Node node, int input) {
    return node.inputs().subList(0, input).stream().mapToInt(x -> x.value().numRows).sum();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    int at = 0;
    for (Node input : node.inputs()) {
      int height = input.value().numRows;
      pass.share(input, new RowRange(at, height), gradient);
      at += height;
    }
  }
}
