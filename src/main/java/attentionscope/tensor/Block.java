package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

/**
 * A rectangular window on floats that lie row by row: a whole matrix, or some of its rows and
 * columns. The columns that belong to one head are such a window. It shares the floats, so writing
 * through one window shows in every other. Two blocks are equal if they are the same window on the
 * same array.
 *
 * @param data the array that holds the cells, shared
 * @param offset index of the first cell
 * @param stride from one row's first cell to the next one's, at least {@code columns}
 * @param rows number of rows
 * @param columns number of columns
 */
@SuppressWarnings("ArrayRecordComponent") // it is a view of that very array
public record Block(float[] data, int offset, int stride, int rows, int columns) {

  /**
   * Checks that every cell lies within the array.
   *
   * @throws IllegalArgumentException if one does not
   */
  public Block {
    if (rows < 0 || columns < 0 || offset < 0 || stride < columns) {
      throw new IllegalArgumentException(
          "a block of " + rows + " x " + columns + " at " + offset + " with stride " + stride);
    }
    long end = rows == 0 ? offset : offset + (long) (rows - 1) * stride + columns;
    if (end > data.length) {
      throw new IllegalArgumentException(
          "a block that ends at " + end + " in an array of " + data.length);
    }
  }

  /** All of a matrix. */
  public static Block of(FMatrixRMaj matrix) {
    return new Block(matrix.data, 0, matrix.numCols, matrix.numRows, matrix.numCols);
  }

  /** The rows from {@code from} up to, but without, {@code to}. */
  public Block rows(int from, int to) {
    checkRange(from, to, rows, "rows");
    return new Block(data, to == from ? offset : row(from), stride, to - from, columns);
  }

  /** The columns from {@code from} up to, but without, {@code to}. */
  public Block columns(int from, int to) {
    checkRange(from, to, columns, "columns");
    return new Block(data, rows == 0 ? offset : offset + from, stride, rows, to - from);
  }

  /** The index in {@link #data} of a row's first cell. */
  public int row(int row) {
    return offset + row * stride;
  }

  /** The value of a cell. */
  public float get(int row, int column) {
    return data[row(row) + column];
  }

  /** Its shape, as messages write it. */
  String shape() {
    return rows + " x " + columns;
  }

  private static void checkRange(int from, int to, int size, String what) {
    if (from < 0 || to < from || to > size) {
      throw new IllegalArgumentException(what + " " + from + " to " + to + " of " + size);
    }
  }
}
