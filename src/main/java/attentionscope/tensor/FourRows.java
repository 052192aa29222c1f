package attentionscope.tensor;

/**
 * Four rows of a matrix that are summed side by side.
 *
 * <p>A sum from left to right is one chain in which every addition waits for the one before; four
 * chains at a time take no longer than one. Where fewer than four rows are left, the last one
 * stands in for those that are missing: it is summed again, with the same result.
 *
 * @param first index of the first row's first cell
 * @param columns cells of a row
 * @param distinct how many different rows there are, 1 to 4
 */
record FourRows(int first, int columns, int distinct) {

  static final int COUNT = 4;

  /** The rows from {@code row} on in a matrix of {@code rows} x {@code columns}. */
  static FourRows from(int row, int rows, int columns) {
    return new FourRows(row * columns, columns, Math.min(COUNT, rows - row));
  }

  /** The index of a row's first cell. */
  int start(int row) {
    return first + Math.min(row, distinct - 1) * columns;
  }

  /** The index after the last row's last cell. */
  int end() {
    return first + distinct * columns;
  }

  /** The largest cell of each row, −∞ if it has none, NaN if one is NaN. */
  void max(float[] data, float[] out) {
    int row0 = start(0);
    int row1 = start(1);
    int row2 = start(2);
    int row3 = start(3);
    float max0 = Float.NEGATIVE_INFINITY;
    float max1 = Float.NEGATIVE_INFINITY;
    float max2 = Float.NEGATIVE_INFINITY;
    float max3 = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < columns; j++) {
      max0 = Math.max(max0, data[row0 + j]);
      max1 = Math.max(max1, data[row1 + j]);
      max2 = Math.max(max2, data[row2 + j]);
      max3 = Math.max(max3, data[row3 + j]);
    }
    out[0] = max0;
    out[1] = max1;
    out[2] = max2;
    out[3] = max3;
  }

  /** The sum of each row. */
  void sum(float[] data, float[] out) {
    int row0 = start(0);
    int row1 = start(1);
    int row2 = start(2);
    int row3 = start(3);
    float sum0 = 0f;
    float sum1 = 0f;
    float sum2 = 0f;
    float sum3 = 0f;
    for (int j = 0; j < columns; j++) {
      sum0 += data[row0 + j];
      sum1 += data[row1 + j];
      sum2 += data[row2 + j];
      sum3 += data[row3 + j];
    }
    out[0] = sum0;
    out[1] = sum1;
    out[2] = sum2;
    out[3] = sum3;
  }

  /** The sum of each row in 64 bits. */
  void wideSum(float[] data, double[] out) {
    int row0 = start(0);
    int row1 = start(1);
    int row2 = start(2);
    int row3 = start(3);
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int j = 0; j < columns; j++) {
      sum0 += data[row0 + j];
      sum1 += data[row1 + j];
      sum2 += data[row2 + j];
      sum3 += data[row3 + j];
    }
    out[0] = sum0;
    out[1] = sum1;
    out[2] = sum2;
    out[3] = sum3;
  }

  /** The sum of each row's products with the same row of another matrix, fused. */
  void sumOfProducts(float[] a, float[] b, float[] out) {
    int row0 = start(0);
    int row1 = start(1);
    int row2 = start(2);
    int row3 = start(3);
    float sum0 = 0f;
    float sum1 = 0f;
    float sum2 = 0f;
    float sum3 = 0f;
    for (int j = 0; j < columns; j++) {
      sum0 = Math.fma(a[row0 + j], b[row0 + j], sum0);
      sum1 = Math.fma(a[row1 + j], b[row1 + j], sum1);
      sum2 = Math.fma(a[row2 + j], b[row2 + j], sum2);
      sum3 = Math.fma(a[row3 + j], b[row3 + j], sum3);
    }
    out[0] = sum0;
    out[1] = sum1;
    out[2] = sum2;
    out[3] = sum3;
  }

  /** The sum of each row's squares, fused: {@code sum = fma(x, x, sum)}. */
  void sumOfSquares(float[] data, float[] out) {
    sumOfProducts(data, data, out);
  }
}
