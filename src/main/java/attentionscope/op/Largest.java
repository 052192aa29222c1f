package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The column of each row's largest number, the first of equals: the token that greedy decoding
 * takes. Input: B x n. Result: B x 1.
 */
public record Largest() implements Op {

  @Override
  public String kind() {
    return "largest";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj ids = new FMatrixRMaj(x.numRows, 1);
    for (int row = 0; row < x.numRows; row++) {
      ids.set(row, 0, of(x, row));
    }
    return ids;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node x = node.input(0);
    return new Expr.Picked(
        new Expr.Constant("argmax", node.at(row, column)),
        new Expr.Max(IntStream.range(0, x.value().numCols).mapToObj(j -> x.cell(row, j)).toList()));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(Region.row(node.id(), row));
  }

  /** The column of a row's largest number. */
  public static int of(FMatrixRMaj x, int row) {
    int best = 0;
    for (int column = 1; column < x.numCols; column++) {
      if (x.get(row, column) > x.get(row, best)) {
        best = column;
      }
    }
    return best;
  }

  /** A column's number does not change with small changes of the row. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {}
}
