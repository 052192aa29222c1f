package attentionscope.trace;

import attentionscope.tensor.Axis;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * One matrix of a run. The value must not be changed: every view of the run reads it.
 *
 * @param id its name
 * @param op what made it
 * @param inputs what it was made of, in the operation's order
 * @param rows what its rows mean
 * @param columns what its columns mean
 * @param value rows x columns
 */
public record Node(
    TensorId id, Op op, List<Node> inputs, Axis rows, Axis columns, FMatrixRMaj value) {

  public Node {
    inputs = List.copyOf(inputs);
    if (value.numRows != rows.size() || value.numCols != columns.size()) {
      throw new IllegalArgumentException(
          "%s is %d x %d, its axes say %d x %d"
              .formatted(id, value.numRows, value.numCols, rows.size(), columns.size()));
    }
  }

  public Node input(int index) {
    return inputs.get(index);
  }

  public float at(int row, int column) {
    return value.get(row, column);
  }

  /** Whether there is such a cell. */
  public boolean has(int row, int column) {
    return row < value.numRows && column < value.numCols;
  }

  public CellRef ref(int row, int column) {
    return new CellRef(id, row, column);
  }

  /** One cell as an operand of an explanation. */
  public Expr cell(int row, int column) {
    return new Expr.Cell(ref(row, column), at(row, column));
  }

  /** Why a cell has its value. */
  public Expr explain(int row, int column) {
    return op.explain(this, row, column);
  }

  /** Whether a cell was given its value by hand. */
  public boolean isSet(int row, int column) {
    for (Intervention change : op.changes()) {
      if (change instanceof Intervention.SetCell set
          && set.cell().row() == row
          && set.cell().column() == column) {
        return true;
      }
    }
    return false;
  }

  /** Which cells of this matrix read a cell of its given input. */
  public List<Region> feeds(int input, int row, int column) {
    return op.feeds(this, input, row, column);
  }

  /** Two nodes are the same only if they are one. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return id + " " + value.numRows + " x " + value.numCols + " (" + op.kind() + ")";
  }
}
