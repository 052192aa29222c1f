package attentionscope.op;

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
    FMatrixRMaj rows = new FMatrixRMaj(ids.numRows, table.numCols);
    for (int t = 0; t < ids.numRows; t++) {
      int id = (int) ids.get(t, 0);
      System.arraycopy(table.data, id * table.numCols, rows.data, t * table.numCols, table.numCols);
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
}
