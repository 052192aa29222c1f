package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

/** Checks that shapes fit; what does not is an {@link IllegalArgumentException}. */
final class Shapes {

  private Shapes() {}

  static void checkSame(FMatrixRMaj x, FMatrixRMaj y) {
    if (x.numRows != y.numRows || x.numCols != y.numCols) {
      throw new IllegalArgumentException("not the same shape: " + shape(x) + " and " + shape(y));
    }
  }

  /** A row vector with an entry for every column of x. */
  static void checkRow(FMatrixRMaj row, FMatrixRMaj x) {
    if (row.numRows != 1 || row.numCols != x.numCols) {
      throw new IllegalArgumentException(shape(row) + " is no row for " + shape(x));
    }
  }

  private static String shape(FMatrixRMaj matrix) {
    return matrix.numRows + " x " + matrix.numCols;
  }
}
