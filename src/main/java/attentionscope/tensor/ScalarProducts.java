package attentionscope.tensor;

import java.util.Arrays;

/** Products as plain loops: for small matrices, single rows, and where SIMD is not to be had. */
final class ScalarProducts implements ProductKernel {

  /**
   * c = a · b. Goes along the rows of b, four at a time, so that a row of c is read and written
   * only once for four products a cell, and neighbouring cells are independent of each other.
   */
  @Override
  public void multiply(Factors a, Block b, Block c) {
    for (int i = 0; i < a.rows(); i++) {
      int to = c.row(i);
      Arrays.fill(c.data(), to, to + c.columns(), 0f);
      int k = 0;
      for (; k + 4 <= b.rows(); k += 4) {
        addFourRows(a, i, k, b.data(), b.row(k), b.stride(), c.data(), to, c.columns());
      }
      for (; k < b.rows(); k++) {
        addRow(a.get(i, k), b.data(), b.row(k), c.data(), to, c.columns());
      }
    }
  }

  static void addFourRows(
      Factors a, int i, int k, float[] b, int row, int stride, float[] c, int to, int columns) {
    float a0 = a.get(i, k);
    float a1 = a.get(i, k + 1);
    float a2 = a.get(i, k + 2);
    float a3 = a.get(i, k + 3);
    int row1 = row + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    for (int j = 0; j < columns; j++) {
      float sum = Math.fma(a0, b[row + j], c[to + j]);
      sum = Math.fma(a1, b[row1 + j], sum);
      sum = Math.fma(a2, b[row2 + j], sum);
      c[to + j] = Math.fma(a3, b[row3 + j], sum);
    }
  }

  static void addRow(float factor, float[] b, int row, float[] c, int to, int columns) {
    for (int j = 0; j < columns; j++) {
      c[to + j] = Math.fma(factor, b[row + j], c[to + j]);
    }
  }

  /**
   * c = a · bᵀ. A cell's sum is one long chain in which every step waits for the one before, so
   * eight cells run side by side.
   */
  @Override
  public void multiplyTransposed(Factors a, Block b, Block c) {
    for (int i = 0; i < a.rows(); i++) {
      int j = 0;
      for (; j + 8 <= b.rows(); j += 8) {
        eightCells(a, i, b.data(), b.row(j), b.stride(), c, c.row(i) + j);
      }
      for (; j < b.rows(); j++) {
        c.data()[c.row(i) + j] = cell(a, i, b.data(), b.row(j));
      }
    }
  }

  private static void eightCells(
      Factors a, int i, float[] b, int row, int stride, Block c, int to) {
    float sum0 = 0f;
    float sum1 = 0f;
    float sum2 = 0f;
    float sum3 = 0f;
    float sum4 = 0f;
    float sum5 = 0f;
    float sum6 = 0f;
    float sum7 = 0f;
    int row1 = row + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    int row4 = row3 + stride;
    int row5 = row4 + stride;
    int row6 = row5 + stride;
    int row7 = row6 + stride;
    for (int k = 0; k < a.columns(); k++) {
      float factor = a.get(i, k);
      sum0 = Math.fma(factor, b[row + k], sum0);
      sum1 = Math.fma(factor, b[row1 + k], sum1);
      sum2 = Math.fma(factor, b[row2 + k], sum2);
      sum3 = Math.fma(factor, b[row3 + k], sum3);
      sum4 = Math.fma(factor, b[row4 + k], sum4);
      sum5 = Math.fma(factor, b[row5 + k], sum5);
      sum6 = Math.fma(factor, b[row6 + k], sum6);
      sum7 = Math.fma(factor, b[row7 + k], sum7);
    }
    float[] out = c.data();
    out[to] = sum0;
    out[to + 1] = sum1;
    out[to + 2] = sum2;
    out[to + 3] = sum3;
    out[to + 4] = sum4;
    out[to + 5] = sum5;
    out[to + 6] = sum6;
    out[to + 7] = sum7;
  }

  private static float cell(Factors a, int i, float[] b, int row) {
    float sum = 0f;
    for (int k = 0; k < a.columns(); k++) {
      sum = Math.fma(a.get(i, k), b[row + k], sum);
    }
    return sum;
  }
}
