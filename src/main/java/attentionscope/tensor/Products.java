package attentionscope.tensor;

/**
 * Matrix products.
 *
 * <p>The order of the arithmetic is part of what is promised, for explanations repeat it: every
 * cell of the result begins with {@code +0f} and takes its products in the order of the inner
 * index, each with one rounding,
 *
 * <pre>
 *   sum = +0f
 *   for k = 0, 1, 2, …:  sum = fma(a[i,k], b[k,j], sum)
 * </pre>
 *
 * <p>so the result has the same bits whichever form computes it and on however many threads. A sum
 * that meets a NaN is a NaN; which of the many bit patterns of NaN is left open.
 *
 * <p>{@code c} is overwritten and must not share a cell with {@code a} or {@code b}; these are only
 * read.
 */
public final class Products {

  private Products() {}

  /**
   * c = a · b.
   *
   * @param a m x k
   * @param b k x n
   * @param c m x n, overwritten
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static void multiply(Block a, Block b, Block c) {
    check(a.columns() == b.rows() && a.rows() == c.rows() && b.columns() == c.columns(), a, b, c);
    ScalarProducts.multiply(a, b, c);
  }

  /**
   * c = a · bᵀ: every row of {@code a} times every row of {@code b}, as in queries times keys, or
   * for a weight that is stored [out, in].
   *
   * @param a m x k
   * @param b n x k
   * @param c m x n, overwritten
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static void multiplyTransposed(Block a, Block b, Block c) {
    check(a.columns() == b.columns() && a.rows() == c.rows() && b.rows() == c.columns(), a, b, c);
    ScalarProducts.multiplyTransposed(a, b, c);
  }

  private static void check(boolean fits, Block a, Block b, Block c) {
    if (!fits) {
      throw new IllegalArgumentException(
          "no product of " + a.shape() + " and " + b.shape() + " is " + c.shape());
    }
  }
}
