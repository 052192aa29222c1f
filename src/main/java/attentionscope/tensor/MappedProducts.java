package attentionscope.tensor;

import java.util.Optional;
import java.util.function.IntConsumer;

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
 * part of bᵀ, and multiplied as such. One to three rows are multiplied by b where it lies, if it
 * keeps its rows together.
 */
final class MappedProducts {

  /** Cells that are copied at once, if that is not less than a few columns: half a megabyte. */
  private static final int SLAB = 1 << 17;

  /** Fewer columns than these leave tiles incomplete. */
  private static final int COLUMN_UNIT = 64;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** Columns of a part that is read where it lies: long runs of memory are read faster. */
  private static final int LONG = 512;

  /** Each thread's own, as large as was needed so far. */
  private final ThreadLocal<float[]> slabs = ThreadLocal.withInitial(() -> new float[SLAB]);

  /**
   * c = a · b.
   *
   * @param shared whether the work is worth more than one thread
   */
  void multiply(Block a, MappedMatrix b, Block c, boolean shared) {
    Optional<MappedKernel> direct = Kernel.chosen().mappedProducts(a.rows(), b);
    if (direct.isPresent()) {
      Factors factors = Factors.of(a);
      int parts = shared ? Math.max(THREADS, b.numCols / LONG) : 1;
      int width = Math.max(1, (b.numCols / parts + COLUMN_UNIT - 1) / COLUMN_UNIT * COLUMN_UNIT);
      eachPart(
          b.numCols,
          width,
          shared,
          (from, count) -> direct.get().multiply(factors, b, from, c.columns(from, from + count)));
      return;
    }
    int units = Math.max(1, SLAB / Math.max(1, b.numRows) / COLUMN_UNIT);
    int width = Math.min(units * COLUMN_UNIT, Math.max(1, b.numCols));
    eachPart(b.numCols, width, shared, (from, count) -> multiplyCopy(a, b, from, count, c));
  }

  /** Some columns. */
  private interface Part {
    void multiply(int from, int count);
  }

  private static void eachPart(int columns, int width, boolean shared, Part part) {
    int parts = (columns + width - 1) / width;
    IntConsumer each =
        index -> part.multiply(index * width, Math.min(width, columns - index * width));
    if (shared) {
      Team.shared().each(parts, each);
    } else {
      for (int index = 0; index < parts; index++) {
        each.accept(index);
      }
    }
  }

  private void multiplyCopy(Block a, MappedMatrix b, int from, int width, Block c) {
    int inner = b.numRows;
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
