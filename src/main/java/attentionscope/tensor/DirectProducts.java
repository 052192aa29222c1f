package attentionscope.tensor;

import java.util.Arrays;

/**
 * Products of matrices with a few rows. Copying b into panels would cost as much as the product, so
 * tiles read it where it lies, all of the inner index at once; only a transposed b is turned round
 * first. The columns at the right edge take a tile that leaves out what is not there.
 */
final class DirectProducts implements ProductKernel {

  /** Cells of a transposed b for which each thread keeps room. */
  private static final int SCRATCH = 1 << 12;

  private final ThreadLocal<float[]> scratch = ThreadLocal.withInitial(() -> new float[SCRATCH]);
  private final Tile edge;
  private final Tile narrow;
  private final Tile wide;

  DirectProducts(Tile edge, Tile narrow, Tile wide) {
    this.edge = edge;
    this.narrow = narrow;
    this.wide = PackedProducts.fitsRegisters(narrow) ? wide : narrow;
  }

  @Override
  public void multiply(Factors a, Block b, Block c) {
    multiply(a, b.data(), b.offset(), b.stride(), b.rows(), c);
  }

  @Override
  public void multiplyTransposed(Factors a, Block b, Block c) {
    float[] turned =
        b.rows() * b.columns() <= SCRATCH ? scratch.get() : new float[b.rows() * b.columns()];
    Products.transpose(b, turned);
    multiply(a, turned, 0, b.rows(), b.columns(), c);
  }

  private void multiply(Factors a, float[] b, int from, int stride, int inner, Block c) {
    for (int i = 0; i < c.rows(); i++) {
      Arrays.fill(c.data(), c.row(i), c.row(i) + c.columns(), 0f);
    }
    for (int j = 0; j < c.columns(); ) {
      Tile tile = widest(c.columns() - j);
      int columns = Math.min(tile.columns(), c.columns() - j);
      Block sums = c.columns(j, j + columns);
      for (int i = 0; i < c.rows(); i += Tile.ROWS) {
        tile.add(a, i, 0, b, from + j, stride, inner, sums);
      }
      j += columns;
    }
  }

  private Tile widest(int columns) {
    return columns >= wide.columns() ? wide : columns >= narrow.columns() ? narrow : edge;
  }
}
