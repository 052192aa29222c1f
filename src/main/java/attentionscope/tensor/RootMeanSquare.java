package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

/**
 * Root mean square normalization of the rows of a matrix, each row for itself. As with {@link
 * Rows}, the order of the arithmetic is part of what is promised.
 */
public final class RootMeanSquare {

  private RootMeanSquare() {}

  /**
   * Divides every row by its root mean square (Zhang and Sennrich 2019):
   *
   * <pre>
   *   s   = fma(x_j, x_j, s) over all j from +0f
   *   r   = √(s / n + eps)
   *   y_j = x_j / r · gain_j
   * </pre>
   *
   * @param x rows of n
   * @param gain 1 x n
   * @param eps added to the mean square
   * @param y overwritten; may be x itself
   */
  public static void normalize(FMatrixRMaj x, FMatrixRMaj gain, float eps, FMatrixRMaj y) {
    Shapes.checkSame(x, y);
    Shapes.checkRow(gain, x);
    divideByRoots(x, eps, y, new float[x.numRows]);
    int n = x.numCols;
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int at = 0; at < x.numRows * n; at += n) {
      kernel.multiply(y.data, at, gain.data, 0, y.data, at, n);
    }
  }

  /**
   * The gradient by the input of {@link #normalize}:
   *
   * <pre>
   *   x̂_j = x_j / r, r as there;  h_j = g_j · gain_j
   *   c = fma(h_j, x̂_j, c) over all j from +0f, then / n
   *   gradient_j = (h_j − x̂_j · c) / r
   * </pre>
   *
   * @param g the gradient by the result
   * @param gradient overwritten
   */
  public static void gradient(
      FMatrixRMaj x, FMatrixRMaj gain, FMatrixRMaj g, float eps, FMatrixRMaj gradient) {
    Shapes.checkSame(x, g);
    Shapes.checkSame(x, gradient);
    Shapes.checkRow(gain, x);
    int n = x.numCols;
    float[] own = new float[FourRows.COUNT];
    FMatrixRMaj normalized = Stock.unfilled(x.numRows, n);
    float[] roots = new float[x.numRows];
    divideByRoots(x, eps, normalized, roots);
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int first = 0; first < x.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, x.numRows, n);
      for (int r = 0; r < rows.distinct(); r++) {
        int at = rows.start(r);
        kernel.multiply(g.data, at, gain.data, 0, gradient.data, at, n);
      }
      rows.sumOfProducts(gradient.data, normalized.data, own);
      for (int r = 0; r < rows.distinct(); r++) {
        float share = own[r] / n;
        float root = roots[first + r];
        int end = rows.start(r) + n;
        for (int j = rows.start(r); j < end; j++) {
          gradient.data[j] = (gradient.data[j] - normalized.data[j] * share) / root;
        }
      }
    }
  }

  /**
   * The gradient by the gain of {@link #normalize}: fma(g_tj, x̂_tj, ·) over the rows t from +0f.
   *
   * @param g the gradient by the result
   * @param gradient 1 x n, overwritten
   */
  public static void gainGradient(FMatrixRMaj x, FMatrixRMaj g, float eps, FMatrixRMaj gradient) {
    Shapes.checkSame(x, g);
    Shapes.checkRow(gradient, x);
    int n = x.numCols;
    FMatrixRMaj normalized = Stock.unfilled(x.numRows, n);
    divideByRoots(x, eps, normalized, new float[x.numRows]);
    gradient.zero();
    RowKernel kernel = Kernel.chosen().rows(x.getNumElements());
    for (int at = 0; at < x.numRows * n; at += n) {
      kernel.addProducts(g.data, at, normalized.data, at, gradient.data, 0, n);
    }
  }

  private static void divideByRoots(
      FMatrixRMaj x, float eps, FMatrixRMaj normalized, float[] roots) {
    int n = x.numCols;
    float[] squares = new float[FourRows.COUNT];
    for (int first = 0; first < x.numRows; first += FourRows.COUNT) {
      FourRows rows = FourRows.from(first, x.numRows, n);
      rows.sumOfSquares(x.data, squares);
      for (int r = 0; r < rows.distinct(); r++) {
        float root = (float) Math.sqrt(squares[r] / n + eps);
        roots[first + r] = root;
        int end = rows.start(r) + n;
        for (int j = rows.start(r); j < end; j++) {
          normalized.data[j] = x.data[j] / root;
        }
      }
    }
  }
}
