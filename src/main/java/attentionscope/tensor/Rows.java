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

  /** A softmax of fewer cells is done before another thread would begin. */
  private static final int SHARED_CELLS = 1 << 17;

  private static final int SOFTMAX_PARTS = 8;

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
    int rows = x.numRows;
    if (x.getNumElements() < SHARED_CELLS) {
      softmax(x.data, y.data, 0, rows, x.numCols);
      return;
    }
    int parts = Math.min(SOFTMAX_PARTS, rows);
    Team.shared()
        .each(
            parts,
            p -> softmax(x.data, y.data, rows * p / parts, rows * (p + 1) / parts, x.numCols));
  }

  /** The same for the rows from {@code from} up to, but without, {@code to}. */
  static void softmax(float[] x, float[] y, int from, int to, int columns) {
    CellKernel functions = Kernel.chosen().functions((to - from) * columns);
    float[] max = new float[FourRows.COUNT];
    float[] sum = new float[FourRows.COUNT];
    for (int first = from; first < to; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, to, columns);
      rows.max(x, max);
      for (int r = 0; r < rows.distinct(); r++) {
        subtract(x, max[r], y, rows.start(r), columns);
      }
      functions.apply(CellFunction.EXP, y, y, rows.start(0), rows.end());
      rows.sum(y, sum);
      for (int r = 0; r < rows.distinct(); r++) {
        divide(y, sum[r], rows.start(r), columns);
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
    normalize(x, eps, y, new float[x.numRows]);
    int columns = x.numCols;
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int row = 0; row < x.numRows; row++) {
      kernel.multiply(y.data, row * columns, gain.data, 0, y.data, row * columns, columns);
      kernel.add(y.data, row * columns, bias.data, 0, y.data, row * columns, columns);
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
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int row = 0; row < x.numRows; row++) {
      int at = row * columns;
      kernel.add(x.data, at, bias.data, 0, y.data, at, columns);
    }
  }

  /**
   * Adds a matrix to a part of another.
   *
   * @param x what is added
   * @param sum grows by x
   * @param row of sum, on which x's first row lies
   * @param column of sum, on which x's first column lies
   */
  public static void addTo(FMatrixRMaj x, FMatrixRMaj sum, int row, int column) {
    checkWithin(x, sum, row, column);
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int r = 0; r < x.numRows; r++) {
      int at = (row + r) * sum.numCols + column;
      kernel.add(x.data, r * x.numCols, sum.data, at, sum.data, at, x.numCols);
    }
  }

  /** As {@link #addTo} a part of a matrix that is zero there, and may hold anything. */
  public static void place(FMatrixRMaj x, FMatrixRMaj sum, int row, int column) {
    checkWithin(x, sum, row, column);
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    float[] zeros = new float[x.numCols];
    for (int r = 0; r < x.numRows; r++) {
      int at = (row + r) * sum.numCols + column;
      kernel.add(x.data, r * x.numCols, zeros, 0, sum.data, at, x.numCols);
    }
  }

  private static void checkWithin(FMatrixRMaj x, FMatrixRMaj sum, int row, int column) {
    if (row + x.numRows > sum.numRows || column + x.numCols > sum.numCols) {
      throw new IllegalArgumentException("a part that reaches beyond its matrix");
    }
  }

  /**
   * The gradient by the input of a softmax:
   *
   * <pre>
   *   s   = +0f, then fma(y_i, g_i, s) for i = 0, 1, …
   *   d_j = y_j · (g_j − s)
   * </pre>
   *
   * @param y the softmax
   * @param g the gradient by it
   * @param d overwritten
   */
  public static void softmaxGradient(FMatrixRMaj y, FMatrixRMaj g, FMatrixRMaj d) {
    Shapes.checkSame(y, g);
    Shapes.checkSame(y, d);
    int columns = y.numCols;
    float[] sum = new float[FourRows.COUNT];
    for (int first = 0; first < y.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, y.numRows, columns);
      rows.sumOfProducts(y.data, g.data, sum);
      for (int r = 0; r < rows.distinct(); r++) {
        float own = sum[r];
        int end = rows.start(r) + columns;
        for (int j = rows.start(r); j < end; j++) {
          d.data[j] = y.data[j] * (g.data[j] - own);
        }
      }
    }
  }

  /**
   * The gradient by the input of {@link #layerNorm}:
   *
   * <pre>
   *   x̂_j = d_j / √(var + eps), d and var as there;  h_j = g_j · gain_j
   *   m = (+0f + h_0 + h_1 + …) / n;  c = fma(h_j, x̂_j, c) over all j from +0f, then / n
   *   gradient_j = ((h_j − m) − x̂_j · c) / √(var + eps)
   * </pre>
   *
   * @param g the gradient by the result
   * @param gradient overwritten
   */
  public static void layerNormGradient(
      FMatrixRMaj x, FMatrixRMaj gain, FMatrixRMaj g, float eps, FMatrixRMaj gradient) {
    Shapes.checkSame(x, g);
    Shapes.checkSame(x, gradient);
    Shapes.checkRow(gain, x);
    int n = x.numCols;
    FMatrixRMaj normalized = Stock.unfilled(x.numRows, n);
    float[] deviations = new float[x.numRows];
    normalize(x, eps, normalized, deviations);
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    float[] sum = new float[FourRows.COUNT];
    float[] along = new float[FourRows.COUNT];
    for (int first = 0; first < x.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, x.numRows, n);
      for (int r = 0; r < rows.distinct(); r++) {
        int at = rows.start(r);
        kernel.multiply(g.data, at, gain.data, 0, gradient.data, at, n);
      }
      rows.sum(gradient.data, sum);
      rows.sumOfProducts(gradient.data, normalized.data, along);
      for (int r = 0; r < rows.distinct(); r++) {
        float mean = sum[r] / n;
        float share = along[r] / n;
        float deviation = deviations[first + r];
        int end = rows.start(r) + n;
        for (int j = rows.start(r); j < end; j++) {
          gradient.data[j] = ((gradient.data[j] - mean) - normalized.data[j] * share) / deviation;
        }
      }
    }
  }

  /**
   * The gradient by the gain of {@link #layerNorm}: fma(g_tj, x̂_tj, ·) over the rows t from +0f.
   *
   * @param g the gradient by the result
   * @param gradient 1 x n, overwritten
   */
  public static void layerNormGainGradient(
      FMatrixRMaj x, FMatrixRMaj g, float eps, FMatrixRMaj gradient) {
    Shapes.checkSame(x, g);
    Shapes.checkRow(gradient, x);
    int n = x.numCols;
    FMatrixRMaj normalized = Stock.unfilled(x.numRows, n);
    normalize(x, eps, normalized, new float[x.numRows]);
    gradient.zero();
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int at = 0; at < x.numRows * n; at += n) {
      kernel.addProducts(g.data, at, normalized.data, at, gradient.data, 0, n);
    }
  }

  /**
   * Every row less its mean, divided by its deviation √(var + eps), as {@link #layerNorm} has it.
   */
  private static void normalize(
      FMatrixRMaj x, float eps, FMatrixRMaj normalized, float[] deviations) {
    int columns = x.numCols;
    double[] sum = new double[FourRows.COUNT];
    float[] squares = new float[FourRows.COUNT];
    for (int first = 0; first < x.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, x.numRows, columns);
      rows.wideSum(x.data, sum);
      for (int r = 0; r < rows.distinct(); r++) {
        center(x.data, sum[r] / columns, normalized.data, rows.start(r), columns);
      }
      rows.sumOfSquares(normalized.data, squares);
      for (int r = 0; r < rows.distinct(); r++) {
        deviations[first + r] = (float) Math.sqrt(squares[r] / columns + eps);
        divide(normalized.data, deviations[first + r], rows.start(r), columns);
      }
    }
  }

  /**
   * The sum of every column, row after row from +0f.
   *
   * @param x rows of n
   * @param sums 1 x n, overwritten
   */
  public static void sumOfRows(FMatrixRMaj x, FMatrixRMaj sums) {
    Shapes.checkRow(sums, x);
    int columns = x.numCols;
    sums.zero();
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int row = 0; row < x.numRows; row++) {
      kernel.add(sums.data, 0, x.data, row * columns, sums.data, 0, columns);
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
}
