package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

/** Copies cells of a matrix that may lie in memory or in a file. */
public final class RowCopy {
  private RowCopy() {}

  /** All cells of a row. */
  public static void copy(FMatrixRMaj from, int row, float[] to, int at) {
    copy(from, row, 0, from.numCols, to, at);
  }

  /**
   * Some cells of a row.
   *
   * @param from the matrix
   * @param row of it
   * @param column of the first cell
   * @param count how many cells
   * @param to gets them
   * @param at where the first goes
   */
  public static void copy(FMatrixRMaj from, int row, int column, int count, float[] to, int at) {
    if (from instanceof MappedMatrix mapped) {
      mapped.copyRow(row, column, count, to, at);
    } else {
      System.arraycopy(from.data, row * from.numCols + column, to, at, count);
    }
  }
}
