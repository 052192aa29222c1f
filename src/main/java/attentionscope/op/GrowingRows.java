package attentionscope.op;

import org.ejml.data.FMatrixRMaj;

/**
 * Room for a matrix that becomes longer row by row. Each matrix handed out is a window on the same
 * floats, so that the rows before need not be copied; nobody may change it. It never changes
 * either: rows are only ever added behind the longest, and whoever continues a shorter one gets
 * room of its own.
 */
public final class GrowingRows {

  private float[] data = new float[0];
  private int used;

  /** The matrix {@code before} with more rows below. */
  synchronized FMatrixRMaj append(FMatrixRMaj before, FMatrixRMaj rows) {
    int from = before.getNumElements();
    int to = from + rows.getNumElements();
    if (before.data != data || used != from || to > data.length) {
      data = new float[2 * to];
      System.arraycopy(before.data, 0, data, 0, from);
    }
    System.arraycopy(rows.data, 0, data, from, to - from);
    used = to;
    return FMatrixRMaj.wrap(before.numRows + rows.numRows, before.numCols, data);
  }

  /** All are equal: room is no part of what an operation is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GrowingRows;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
