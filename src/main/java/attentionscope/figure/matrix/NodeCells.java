package attentionscope.figure.matrix;

import attentionscope.analysis.Masked;
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
}
