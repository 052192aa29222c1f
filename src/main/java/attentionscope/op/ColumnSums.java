package attentionscope.op;

import attentionscope.tensor.Rows;
import attentionscope.tensor.Stock;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** The sum of each column, from the first row to the last: the gradient by a bias. */
public record ColumnSums() implements GradientOp {

  @Override
  public String kind() {
    return "column-sums";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj sums = Stock.zeros(1, x.numCols);
    Rows.sumOfRows(x, sums);
    return sums;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node x = node.input(0);
    return new Expr.Sum(
        IntStream.range(0, x.value().numRows).<Expr>mapToObj(t -> x.cell(t, column)).toList());
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(Region.cell(node.id(), 0, column));
  }
}
