package attentionscope.figure.matrix;

import attentionscope.trace.CellRef;

/**
 * Some cells of a matrix, evenly spaced, in the place of all: each is a real one. For pictures too
 * small for all, where what counts is that there are numbers and not which.
 *
 * @param all the matrix
 * @param rows how many rows are shown, at most as many as there are
 * @param columns how many columns
 */
public record SampledCells(Cells all, int rows, int columns) implements Cells {

  public SampledCells {
    rows = Math.clamp(rows, 1, all.rows());
    columns = Math.clamp(columns, 1, all.columns());
  }

  /** Whether any are left out. */
  public boolean leavesOut() {
    return rows < all.rows() || columns < all.columns();
  }

  @Override
  public CellRef ref(int row, int column) {
    return all.ref(row(row), column(column));
  }

  @Override
  public float value(int row, int column) {
    return all.value(row(row), column(column));
  }

  @Override
  public boolean changed(int row, int column) {
    return all.changed(row(row), column(column));
  }

  @Override
  public State state(int row, int column) {
    return all.state(row(row), column(column));
  }

  private int row(int shown) {
    return (int) ((shown + 0.5) * all.rows() / rows);
  }

  private int column(int shown) {
    return (int) ((shown + 0.5) * all.columns() / columns);
  }
}
