package attentionscope.op;

import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * A matrix several times below itself, so that every step can read it: a B x d matrix becomes T·B x
 * d, step after step, or B·T x d, sample after sample.
 *
 * @param times T
 * @param bySample whether each row is repeated at once
 */
public record Repeat(int times, boolean bySample) implements Op {

  @Override
  public String kind() {
    return "repeat";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = new FMatrixRMaj(x.numRows * times, x.numCols);
    for (int row = 0; row < y.numRows; row++) {
      int from = source(row, x.numRows);
      System.arraycopy(x.data, from * x.numCols, y.data, row * x.numCols, x.numCols);
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node x = node.input(0);
    return x.cell(source(row, x.value().numRows), column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int rows = node.input(0).value().numRows;
    return IntStream.range(0, times)
        .mapToObj(time -> Region.cell(node.id(), copy(row, time, rows), column))
        .toList();
  }

  private int source(int row, int rows) {
    return bySample ? row / times : row % rows;
  }

  /** Where a row stands for the given time. */
  private int copy(int row, int time, int rows) {
    return bySample ? row * times + time : time * rows + row;
  }
}
