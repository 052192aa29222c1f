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

  /** The numbers of a row; NaN where none is shown. */
  default void read(int row, float[] into) {
    for (int column = 0; column < columns(); column++) {
      into[column] = state(row, column) == State.SHOWN ? value(row, column) : Float.NaN;
    }
  }

  /** Whether a cell was given its value by hand. */
  boolean changed(int row, int column);

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
    return new NodeCells(node, Masked.of(node));
  }
}
