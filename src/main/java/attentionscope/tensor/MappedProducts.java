package attentionscope.tensor;

/**
 * Products with a matrix that lies in a file. Some of its columns at a time are copied into memory
 * as floats, few enough to stay in a cache, and multiplied by the usual kernel: the order of the
 * additions, and with it every bit, is that of the product with a copy of the whole.
 *
 * <pre>
 *                  b, in the file          in memory
 *                  ┌────┬────┬────┐        ┌────┐
 *                  │    │████│    │ ─────▶ │████│
 *                  └────┴────┴────┘        └────┘
 *   a ┌──────────┐ ┌────┬────┬────┐
 *     └──────────┘ └────┴████┴────┘ c
 * </pre>
 *
 * <p>Where the file keeps b's columns together, as Hugging Face's linear layers do, the copy is a
 * part of bᵀ, and multiplied as such.
 */
final class MappedProducts {

  /** Cells that are copied at once, if that is not less than a few columns: half a megabyte. */
  private static final int SLAB = 1 << 17;

  /** Fewer columns than these leave tiles incomplete. */
  private static final int COLUMN_UNIT = 64;

  /** Each thread's own, as large as was needed so far. */
  private final ThreadLocal<float[]> slabs = ThreadLocal.withInitial(() -> new float[SLAB]);

  /**
   * c = a · b.
   *
   * @param shared whether the work is worth more than one thread
   */
  void multiply(Block a, MappedMatrix b, Block c, boolean shared) {
    int units = Math.max(1, SLAB / Math.max(1, b.numRows) / COLUMN_UNIT);
    int width = Math.min(units * COLUMN_UNIT, Math.max(1, b.numCols));
    int parts = (b.numCols + width - 1) / width;
    if (shared) {
      Team.shared().each(parts, part -> multiplyPart(a, b, c, part * width, width));
    } else {
      for (int part = 0; part < parts; part++) {
        multiplyPart(a, b, c, part * width, width);
      }
    }
  }

  private void multiplyPart(Block a, MappedMatrix b, Block c, int from, int most) {
    int inner = b.numRows;
    int width = Math.min(most, b.numCols - from);
    float[] slab = slab(inner * width);
    Block part = c.columns(from, from + width);
    if (b.keepsColumnsTogether() && !b.keepsRowsTogether()) {
      for (int column = 0; column < width; column++) {
        b.copyColumn(from + column, 0, inner, slab, column * inner);
      }
      Kernel.chosen()
          .transposedProducts(a.rows(), inner, width)
          .multiplyTransposed(Factors.of(a), new Block(slab, 0, inner, width, inner), part);
    } else {
      for (int row = 0; row < inner; row++) {
        b.copyRow(row, from, width, slab, row * width);
      }
      Kernel.chosen()
          .products(a.rows(), inner, width)
          .multiply(Factors.of(a), new Block(slab, 0, width, inner, width), part);
    }
  }

  private float[] slab(int cells) {
    float[] slab = slabs.get();
    if (slab.length < cells) {
      slab = new float[cells];
      slabs.set(slab);
    }
    return slab;
  }
}
