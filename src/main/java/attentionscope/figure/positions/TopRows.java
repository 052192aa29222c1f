package attentionscope.figure.positions;

import attentionscope.figure.matrix.Cells;
import attentionscope.trace.CellRef;

/** The first rows of some cells. */
record TopRows(Cells all, int rows) implements Cells {

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
  public boolean changed(int row, int column) {
    return all.changed(row, column);
  }

  @Override
  public State state(int row, int column) {
    return all.state(row, column);
  }
}
