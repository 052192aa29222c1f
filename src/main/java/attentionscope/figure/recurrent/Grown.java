package attentionscope.figure.recurrent;

import attentionscope.figure.matrix.Cells;
import attentionscope.trace.CellRef;

/**
 * A matrix whose rows come one after the other.
 *
 * @param all its cells
 * @param known how many rows there are yet
 */
record Grown(Cells all, int known) implements Cells {

  @Override
  public int rows() {
    return all.rows();
  }

  @Override
  public int columns() {
    return all.columns();
  }

  @Override
  public CellRef ref(int row, int column) {
    return all.ref(row, column);
  }

  @Override
  public float value(int row, int column) {
    return all.value(row, column);
  }

  @Override
  public State state(int row, int column) {
    return row < known ? all.state(row, column) : State.EMPTY;
  }

  @Override
  public boolean changed(int row, int column) {
    return row < known && all.changed(row, column);
  }
}
