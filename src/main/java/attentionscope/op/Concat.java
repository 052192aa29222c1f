package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Matrices of equally many rows set side by side: the outputs of all heads. */
public record Concat() implements Op {

  @Override
  public String kind() {
    return "concat";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    int rows = inputs.getFirst().numRows;
    int columns = 0;
    for (FMatrixRMaj x : inputs) {
      columns += x.numCols;
    }
    FMatrixRMaj y = Stock.unfilled(rows, columns);
    int at = 0;
    for (FMatrixRMaj x : inputs) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(x.data, row * x.numCols, y.data, row * columns + at, x.numCols);
      }
      at += x.numCols;
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    int at = column;
    for (Node input : node.inputs()) {
      int width = input.value().numCols;
      if (at < width) {
        return input.cell(row, at);
      }
      at -= width;
    }
    throw new IndexOutOfBoundsException(node.id() + " has no column " + column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int before = node.inputs().subList(0, input).stream().mapToInt(x -> x.value().numCols).sum();
    return List.of(Region.cell(node.id(), row, before + column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    int at = 0;
    for (Node input : node.inputs()) {
      int width = input.value().numCols;
      pass.share(input, new Columns(at, width), gradient);
      at += width;
    }
  }
}
