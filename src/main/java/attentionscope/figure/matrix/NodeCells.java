package attentionscope.figure.matrix;

import attentionscope.analysis.Masked;
import attentionscope.tensor.RowCopy;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;

/** All cells of a node. */
record NodeCells(Node node, Masked masked) implements Cells {

  @Override
  public int rows() {
    return node.value().numRows;
  }

  @Override
  public int columns() {
    return node.value().numCols;
  }

  @Override
  public CellRef ref(int row, int column) {
    return node.ref(row, column);
  }

  @Override
  public float value(int row, int column) {
    return node.value().unsafe_get(row, column);
  }

  @Override
  public boolean changed(int row, int column) {
    return node.isSet(row, column);
  }

  @Override
  public State state(int row, int column) {
    return masked.at(row, column) ? State.MASKED : State.SHOWN;
  }

  /** A matrix in a file is read as it lies there: cell by cell, a large one takes a second. */
  @Override
  public void read(int row, float[] into) {
    RowCopy.copy(node.value(), row, into, 0);
    if (node.op().kind().equals("parameter")) {
      return; // which nothing hides
    }
    for (int column = 0; column < columns(); column++) {
      if (masked.at(row, column)) {
        into[column] = Float.NaN;
      }
    }
  }
}
