package attentionscope.tensor;

/**
 * The left-hand matrix of a product, m x k, as it lies in memory: row by row, or column by column
 * where it is the transpose of what is stored. It shares the floats.
 *
 * @param data the array that holds the cells
 * @param offset index of the first cell
 * @param rowStep from a cell to the one below
 * @param columnStep from a cell to the next in its row
 * @param rows m
 * @param columns k
 */
@SuppressWarnings("ArrayRecordComponent") // it is a view of that very array
record Factors(float[] data, int offset, int rowStep, int columnStep, int rows, int columns) {

  /** The matrix itself. */
  static Factors of(Block a) {
    return new Factors(a.data(), a.offset(), a.stride(), 1, a.rows(), a.columns());
  }

  /** Its transpose. */
  static Factors transposed(Block a) {
    return new Factors(a.data(), a.offset(), 1, a.stride(), a.columns(), a.rows());
  }

  /** The rows from {@code from} up to, but without, {@code to}. */
  Factors rows(int from, int to) {
    return new Factors(data, row(from), rowStep, columnStep, to - from, columns);
  }

  /** The index in {@link #data} of a row's first cell. */
  int row(int row) {
    return offset + row * rowStep;
  }

  /** The value of a cell. */
  float get(int row, int column) {
    return data[row(row) + column * columnStep];
  }
}
