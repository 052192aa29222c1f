package attentionscope.op;

import attentionscope.tensor.RowCopy;
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
 * One row of a table for each id. Inputs: the table (vocabulary x d), the ids (T x 1). Result: T x
 * d.
 */
public record Lookup() implements Op {

  @Override
  public String kind() {
    return "lookup";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj table = inputs.get(0);
    FMatrixRMaj ids = inputs.get(1);
    FMatrixRMaj rows = Stock.zeros(ids.numRows, table.numCols);
    for (int t = 0; t < ids.numRows; t++) {
      RowCopy.copy(table, (int) ids.get(t, 0), rows.data, t * table.numCols);
    }
    return rows;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node ids = node.input(1);
    return new Expr.Picked(node.input(0).cell((int) ids.at(row, 0), column), ids.cell(row, 0));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (input == 1) {
      return List.of(Region.row(node.id(), row));
    }
    Node ids = node.input(1);
    return IntStream.range(0, ids.value().numRows)
        .filter(t -> (int) ids.at(t, 0) == row)
        .mapToObj(t -> Region.cell(node.id(), t, column))
        .toList();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node table = node.input(0);
    pass.share(table, new Gradient(table.value().numRows), gradient, node.input(1));
  }

  /**
   * The gradient by the table: each row is the sum of the gradients of the places where it was
   * picked. Inputs: the gradient (T x d), the ids (T x 1). Result: vocabulary x d.
   *
   * @param vocabulary how many rows the table has
   */
  public record Gradient(int vocabulary) implements GradientOp {

    @Override
    public String kind() {
      return "lookup-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = inputs.get(0);
      int width = gradient.numCols;
      FMatrixRMaj table = Stock.zeros(vocabulary, width);
      for (int t = 0; t < gradient.numRows; t++) {
        int to = ((int) inputs.get(1).get(t, 0)) * width;
        for (int j = 0; j < width; j++) {
          table.data[to + j] += gradient.data[t * width + j];
        }
      }
      return table;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return new Expr.Sum(
          IntStream.range(0, node.input(0).value().numRows)
              .filter(t -> idAt(node, t) == row)
              .<Expr>mapToObj(
                  t -> new Expr.Picked(node.input(0).cell(t, column), node.input(1).cell(t, 0)))
              .toList());
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      int id = idAt(node, row);
      return List.of(input == 0 ? Region.cell(node.id(), id, column) : Region.row(node.id(), id));
    }

    private static int idAt(Node node, int t) {
      return (int) node.input(1).at(t, 0);
    }
  }
}
