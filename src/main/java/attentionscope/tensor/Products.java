package attentionscope.tensor;

import org.ejml.data.FMatrixRMaj;

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

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** A thread is not worth waking for fewer multiply-adds. */
  private static final long LEAST_WORK = 1 << 20;

  /** A product of fewer rows takes as long as with these: it waits for the right-hand matrix. */
  private static final int LEAST_ROWS = 4;

  /** Parts begin at multiples of these, so that few tiles are left incomplete. */
  private static final int COLUMN_UNIT = 64;

  private static final int ROW_UNIT = 4;

  /** Rows that are turned side by side, so that what is written lies side by side. */
  private static final int STREAMS = 8;

  /** Parts for each thread, where there is so much, so that one that is held up has fewer. */
  private static final int PARTS_EACH = 4;

  /** Parts of b should not be narrower than this: short runs of memory are read slowly. */
  private static final int WIDE = 256;

  private static final MappedProducts MAPPED = new MappedProducts();

  private Products() {}

  /**
   * c = a · b.
   *
   * @param a m x k
   * @param b k x n, in memory or in a file
   * @param c m x n, overwritten
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static void multiply(Block a, FMatrixRMaj b, Block c) {
    if (b instanceof MappedMatrix mapped) {
      multiplyMapped(a, mapped, c);
    } else {
      multiply(a, Block.of(b), c);
    }
  }

  /**
   * c = a · bᵀ.
   *
   * @param a m x k
   * @param b n x k, in memory or in a file
   * @param c m x n, overwritten
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static void multiplyTransposed(Block a, FMatrixRMaj b, Block c) {
    if (b instanceof MappedMatrix mapped) {
      multiplyMapped(a, mapped.transposed(), c);
    } else {
      multiplyTransposed(a, Block.of(b), c);
    }
  }

  private static void multiplyMapped(Block a, MappedMatrix b, Block c) {
    if (a.columns() != b.numRows || a.rows() != c.rows() || b.numCols != c.columns()) {
      throw new IllegalArgumentException(
          "no product of %s and %d x %d is %s"
              .formatted(a.shape(), b.numRows, b.numCols, c.shape()));
    }
    long work = (long) Math.max(a.rows(), LEAST_ROWS) * a.columns() * c.columns();
    MAPPED.multiply(a, b, c, work >= 2 * LEAST_WORK);
  }

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
    multiply(Factors.of(a), b, c);
  }

  private static void multiply(Factors a, Block b, Block c) {
    ProductKernel kernel = Kernel.chosen().products(a.rows(), a.columns(), c.columns());
    inParts(THREADS, a, b, Block::columns, c, kernel::multiply);
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
    ProductKernel kernel = Kernel.chosen().transposedProducts(a.rows(), a.columns(), c.columns());
    inParts(THREADS, Factors.of(a), b, Block::rows, c, kernel::multiplyTransposed);
  }

  /**
   * c = aᵀ · b: gradients by weights, where rows are added up.
   *
   * @param a k x m
   * @param b k x n
   * @param c m x n, overwritten
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static void multiplyFirstTransposed(Block a, Block b, Block c) {
    check(a.rows() == b.rows() && a.columns() == c.rows() && b.columns() == c.columns(), a, b, c);
    multiply(Factors.transposed(a), b, c);
  }

  static Block transposed(Block a) {
    float[] data = Stock.room(a.rows() * a.columns());
    transpose(a, data);
    return new Block(data, 0, a.rows(), a.columns(), a.rows());
  }

  /** Writes the cells of aᵀ, row by row. */
  static void transpose(Block a, float[] data) {
    int row = 0;
    for (; row + STREAMS <= a.rows(); row += STREAMS) {
      turnEightRows(a, row, data);
    }
    for (; row < a.rows(); row++) {
      int from = a.row(row);
      for (int column = 0; column < a.columns(); column++) {
        data[column * a.rows() + row] = a.data()[from + column];
      }
    }
  }

  private static void turnEightRows(Block a, int row, float[] to) {
    float[] from = a.data();
    int from0 = a.row(row);
    int from1 = from0 + a.stride();
    int from2 = from1 + a.stride();
    int from3 = from2 + a.stride();
    int from4 = from3 + a.stride();
    int from5 = from4 + a.stride();
    int from6 = from5 + a.stride();
    int from7 = from6 + a.stride();
    for (int column = 0; column < a.columns(); column++) {
      int at = column * a.rows() + row;
      to[at] = from[from0 + column];
      to[at + 1] = from[from1 + column];
      to[at + 2] = from[from2 + column];
      to[at + 3] = from[from3 + column];
      to[at + 4] = from[from4 + column];
      to[at + 5] = from[from5 + column];
      to[at + 6] = from[from6 + column];
      to[at + 7] = from[from7 + column];
    }
  }

  /** A product of whole blocks on one thread. */
  interface Product {
    void compute(Factors a, Block b, Block c);
  }

  /** The part of b that makes some of the columns of c: columns of b, or rows of its transpose. */
  interface Cut {
    Block of(Block b, int from, int to);
  }

  /**
   * Computes c on up to {@code threads} threads, each for columns or rows of its own. The inner
   * index is never divided, so no cell's order of additions changes. Columns are preferred: each
   * thread then reads only its own part of b.
   */
  static void inParts(int threads, Factors a, Block b, Cut cut, Block c, Product product) {
    long work = (long) Math.max(a.rows(), LEAST_ROWS) * a.columns() * c.columns();
    int wanted = Math.clamp(work / LEAST_WORK, 1, threads);
    int columnUnits = units(c.columns(), COLUMN_UNIT);
    int rowUnits = units(c.rows(), ROW_UNIT);
    if (wanted == 1 || Team.shared().isBusy()) {
      product.compute(a, b, c);
    } else if (columnUnits >= Math.min(wanted, rowUnits)) {
      int each = Math.clamp(c.columns() / WIDE / wanted, 1, PARTS_EACH);
      eachPart(
          Math.min(wanted * each, columnUnits),
          c.columns(),
          COLUMN_UNIT,
          (from, to) -> product.compute(a, cut.of(b, from, to), c.columns(from, to)));
    } else {
      eachPart(
          Math.min(wanted * PARTS_EACH, rowUnits),
          c.rows(),
          ROW_UNIT,
          (from, to) -> product.compute(a.rows(from, to), b, c.rows(from, to)));
    }
  }

  private static int units(int size, int unit) {
    return (size + unit - 1) / unit;
  }

  /** The rows or columns from {@code from} up to, but without, {@code to}. */
  private interface Part {
    void compute(int from, int to);
  }

  private static void eachPart(int parts, int size, int unit, Part part) {
    int units = units(size, unit);
    Team.shared()
        .each(
            parts,
            p -> {
              int from = units * p / parts * unit;
              int to = Math.min(size, units * (p + 1) / parts * unit);
              part.compute(from, to);
            });
  }

  private static void check(boolean fits, Block a, Block b, Block c) {
    if (!fits) {
      throw new IllegalArgumentException(
          "no product of " + a.shape() + " and " + b.shape() + " is " + c.shape());
    }
  }
}
