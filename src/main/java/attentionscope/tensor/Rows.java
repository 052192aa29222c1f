package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

/**
 * Operations on the rows of a matrix, each row for itself.
 *
 * <p>The order of the arithmetic is part of what is promised, for explanations repeat it: sums
 * begin with {@code +0f} and run from left to right, and every step is rounded. The result y has
 * the shape of x and may be x itself. A row with a NaN becomes NaN in softmax and layer norm.
 */
public final class Rows {

  private Rows() {}

  /**
   * Softmax of every row:
   *
   * <pre>
   *   m   = max(x[0], x[1], …)
   *   e_j = exp(x_j − m)
   *   s   = +0f + e_0 + e_1 + …
   *   y_j = e_j / s
   * </pre>
   *
   * <p>A cell of −∞ (masked) gets weight 0. A row of nothing but −∞ has no softmax: it becomes NaN.
   */
  public static void softmax(FMatrixRMaj x, FMatrixRMaj y) {
    Shapes.checkSame(x, y);
    int columns = x.numCols;
    CellKernel functions = Kernel.chosen().functions(x.getNumElements());
    float[] max = new float[FourRows.COUNT];
    float[] sum = new float[FourRows.COUNT];
    for (int first = 0; first < x.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, x.numRows, columns);
      rows.max(x.data, max);
      for (int r = 0; r < rows.distinct(); r++) {
        subtract(x.data, max[r], y.data, rows.start(r), columns);
      }
      functions.apply(CellFunction.EXP, y.data, y.data, rows.start(0), rows.end());
      rows.sum(y.data, sum);
      for (int r = 0; r < rows.distinct(); r++) {
        divide(y.data, sum[r], rows.start(r), columns);
      }
    }
  }

  /**
   * Layer normalization of every row (Ba, Kiros and Hinton, 2016):
   *
   * <pre>
   *   mean = (+0 + x_0 + x_1 + …) / n in 64 bits
   *   d_j  = x_j − mean in 64 bits, rounded
   *   var  = fma(d_j, d_j, var) over all j from +0f, then / n
   *   y_j  = d_j / √(var + eps) · gain_j + bias_j
   * </pre>
   *
   * <p>A mean rounded to 32 bits would be too coarse for a row that hardly varies about a large
   * mean.
   *
   * @param x rows of n
   * @param gain 1 x n
   * @param bias 1 x n
   * @param eps added to the variance
   * @param y overwritten
   */
  public static void layerNorm(
      FMatrixRMaj x, FMatrixRMaj gain, FMatrixRMaj bias, float eps, FMatrixRMaj y) {
    Shapes.checkSame(x, y);
    Shapes.checkRow(gain, x);
    Shapes.checkRow(bias, x);
    int columns = x.numCols;
    double[] sum = new double[FourRows.COUNT];
    float[] squares = new float[FourRows.COUNT];
    for (int first = 0; first < x.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, x.numRows, columns);
      rows.wideSum(x.data, sum);
      for (int r = 0; r < rows.distinct(); r++) {
        center(x.data, sum[r] / columns, y.data, rows.start(r), columns);
      }
      rows.sumOfSquares(y.data, squares);
      for (int r = 0; r < rows.distinct(); r++) {
        float deviation = (float) Math.sqrt(squares[r] / columns + eps);
        scaleAndShift(y.data, deviation, gain.data, bias.data, rows.start(r), columns);
      }
    }
  }

  /**
   * y_j = x_j + bias_j in every row.
   *
   * @param x rows of n
   * @param bias 1 x n
   * @param y overwritten
   */
  public static void addRow(FMatrixRMaj x, FMatrixRMaj bias, FMatrixRMaj y) {
    Shapes.checkSame(x, y);
    Shapes.checkRow(bias, x);
    int columns = x.numCols;
    for (int row = 0; row < x.numRows; row++) {
      int at = row * columns;
      for (int j = 0; j < columns; j++) {
        y.data[at + j] = x.data[at + j] + bias.data[j];
      }
    }
  }

  private static void subtract(float[] x, float amount, float[] y, int at, int columns) {
    for (int j = at; j < at + columns; j++) {
      y[j] = x[j] - amount;
    }
  }

  private static void center(float[] x, double mean, float[] y, int at, int columns) {
    for (int j = at; j < at + columns; j++) {
      y[j] = (float) (x[j] - mean);
    }
  }

  private static void divide(float[] y, float divisor, int at, int columns) {
    for (int j = at; j < at + columns; j++) {
      y[j] /= divisor;
    }
  }

  private static void scaleAndShift(
      float[] y, float deviation, float[] gain, float[] bias, int at, int columns) {
    for (int j = 0; j < columns; j++) {
      y[at + j] = y[at + j] / deviation * gain[j] + bias[j];
    }
  }
}
