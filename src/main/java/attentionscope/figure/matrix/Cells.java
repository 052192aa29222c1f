package attentionscope.figure.matrix;

import attentionscope.analysis.Masked;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;

/** The cells of a matrix as a figure shows them: some may not be computed yet. */
public interface Cells {

  int rows();

  int columns();

  /** Which cell of the trace is shown there. */
  CellRef ref(int row, int column);

  float value(int row, int column);

  State state(int row, int column);

  /** What a cell is. */
  enum State {
    /** A number. */
    SHOWN,
    /** Hidden by a mask. */
    MASKED,
    /** Not computed yet. */
    EMPTY
  }

  /** All cells of a node. */
  static Cells of(Node node) {
    return new Cells() {
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
        return node.at(row, column);
      }

      @Override
      public State state(int row, int column) {
        return Masked.at(node, row, column) ? State.MASKED : State.SHOWN;
      }
    };
  }
}
