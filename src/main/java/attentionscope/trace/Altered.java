package attentionscope.trace;

import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * An operation whose result the user changed. It still computes what it would have been, so that
 * every changed cell can say what it was.
 *
 * @param op the operation as the model has it
 * @param change what is changed
 */
record Altered(Op op, Intervention change) implements Op {

  @Override
  public String kind() {
    return op.kind();
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj result = op.forward(inputs);
    return switch (change) {
      case Intervention.SetCell set -> {
        FMatrixRMaj altered = result.copy();
        altered.set(set.cell().row(), set.cell().column(), set.value());
        yield altered;
      }
      case Intervention.Replace replace -> replace.matrix().copy();
      case Intervention.Zero zero -> new FMatrixRMaj(result.numRows, result.numCols);
      case Intervention.Off off -> inputs.getFirst().copy();
    };
  }

  /**
   * @throws Problem when the change does not fit the matrix it names
   */
  void check(TensorId id, List<FMatrixRMaj> inputs, int rows, int columns) throws Problem {
    switch (change) {
      case Intervention.SetCell set -> {
        if (set.cell().row() >= rows || set.cell().column() >= columns) {
          throw new Problem("trace.problem.no-cell", set.cell(), id, rows, columns);
        }
      }
      case Intervention.Replace replace -> {
        FMatrixRMaj matrix = replace.matrix();
        if (matrix.numRows != rows || matrix.numCols != columns) {
          throw new Problem(
              "trace.problem.other-size", id, rows, columns, matrix.numRows, matrix.numCols);
        }
      }
      case Intervention.Off off -> {
        boolean same =
            !inputs.isEmpty()
                && inputs.getFirst().numRows == rows
                && inputs.getFirst().numCols == columns;
        if (!same) {
          throw new Problem("trace.problem.not-optional", id);
        }
      }
      case Intervention.Zero zero -> {}
    }
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    if (!touches(row, column)) {
      return op.explain(node, row, column);
    }
    if (change instanceof Intervention.Off) {
      return node.input(0).cell(row, column);
    }
    return new Expr.Changed(change, node.at(row, column), op.explain(before(node), row, column));
  }

  /** The matrix as it would be without the change. */
  private Node before(Node node) {
    List<FMatrixRMaj> values = node.inputs().stream().map(Node::value).toList();
    return new Node(node.id(), op, node.inputs(), node.rows(), node.columns(), op.forward(values));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return switch (change) {
      case Intervention.SetCell set -> op.feeds(node, input, row, column);
      case Intervention.Off off ->
          input == 0 ? List.of(Region.cell(node.id(), row, column)) : List.of();
      case Intervention.Replace replace -> List.of();
      case Intervention.Zero zero -> List.of();
    };
  }

  /** What was put in by hand does not depend on the inputs. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) throws Problem {
    switch (change) {
      case Intervention.Off off -> pass.pass(node.input(0), gradient);
      case Intervention.SetCell set -> throw new Problem("trace.problem.no-gradient", set.cell());
      case Intervention.Replace replace -> {}
      case Intervention.Zero zero -> {}
    }
  }

  @Override
  public List<Intervention> changes() {
    List<Intervention> all = new ArrayList<>(op.changes());
    all.add(change);
    return all;
  }

  private boolean touches(int row, int column) {
    return !(change instanceof Intervention.SetCell set)
        || (set.cell().row() == row && set.cell().column() == column);
  }
}
