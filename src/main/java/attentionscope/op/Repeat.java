package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
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
    FMatrixRMaj y = Stock.zeros(x.numRows * times, x.numCols);
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

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new Gradient(this), gradient);
  }

  /** The sum of all copies' gradients, from the first to the last. Input: the gradient by them. */
  public record Gradient(Repeat repeat) implements GradientOp {

    @Override
    public String kind() {
      return "repeat-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = inputs.getFirst();
      int rows = gradient.numRows / repeat.times();
      int width = gradient.numCols;
      FMatrixRMaj sum = Stock.zeros(rows, width);
      for (int copy = 0; copy < gradient.numRows; copy++) {
        int to = repeat.source(copy, rows) * width;
        for (int column = 0; column < width; column++) {
          sum.data[to + column] += gradient.data[copy * width + column];
        }
      }
      return sum;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      int rows = node.value().numRows;
      return new Expr.Sum(
          IntStream.range(0, repeat.times())
              .mapToObj(time -> node.input(0).cell(repeat.copy(row, time, rows), column))
              .toList());
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      int to = repeat.source(row, node.value().numRows);
      return List.of(Region.cell(node.id(), to, column));
    }
  }
}
