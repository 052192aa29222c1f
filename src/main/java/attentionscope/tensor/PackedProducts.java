package attentionscope.tensor;

import java.util.Arrays;

/**
 * Products of matrices with many rows.
 *
 * <p>Panels of b ({@link Panel}) are taken one below the other. For each, c is computed in tiles of
 * 4 rows by 4 vectors that stay in registers while the panel is read. A vector holds neighbouring
 * columns of one row, so each of its lanes adds up one cell of c in the order of the inner index,
 * as the scalar form does:
 *
 * <pre>
 *                      panel of b
 *                    ┌─────────────┐
 *                    │ b0 b1 b2 b3 │ ← row k, four vectors
 *                    └─────────────┘
 *   a ┌───────────┐  ┌─────────────┐
 *     │ a[i  ,k]  │  │ w0 w1 w2 w3 │   w0 = fma(a[i  ,k], b0, w0) …
 *     │ a[i+1,k]  │  │ x0 x1 x2 x3 │   x0 = fma(a[i+1,k], b0, x0) …
 *     │ a[i+2,k]  │  │ y0 y1 y2 y3 │
 *     │ a[i+3,k]  │  │ z0 z1 z2 z3 │   tile of c
 *     └───────────┘  └─────────────┘
 * </pre>
 *
 * <p>The next panel below goes on from the sums that c holds. What is left at the right edge is
 * computed aside, as wide as a whole panel, and its columns are copied to c.
 */
final class PackedProducts implements ProductKernel {

  /** Columns of a narrow tile of 8 lanes. */
  private static final int NARROW_OF_EIGHT_LANES = 16;

  private final Tile narrow;
  private final Tile wide;

  /**
   * A wide tile takes 21 registers. There are 32 where vectors have 4 or 16 lanes, but 16 where
   * they have 8, so the narrow one is used throughout there.
   */
  PackedProducts(Tile narrow, Tile wide) {
    this.narrow = narrow;
    this.wide = fitsRegisters(narrow) ? wide : narrow;
  }

  /** Whether the wide tile finds enough registers, told by the narrow one's width. */
  static boolean fitsRegisters(Tile narrow) {
    return narrow.columns() != NARROW_OF_EIGHT_LANES;
  }

  @Override
  public void multiply(Block a, Block b, Block c) {
    multiply(a, b, b.rows(), c, Panel::pack);
  }

  @Override
  public void multiplyTransposed(Block a, Block b, Block c) {
    multiply(a, b, b.columns(), c, Panel::packTransposed);
  }

  /** Copies a piece of b into a panel. */
  private interface Packing {
    void pack(Panel panel, Block b, int k, int depth, int j, int columns);
  }

  private void multiply(Block a, Block b, int inner, Block c, Packing packing) {
    int j = 0;
    Panel panel = new Panel(wide.columns(), inner);
    for (; c.columns() - j > narrow.columns(); j += wide.columns()) {
      multiply(a, b, inner, c, j, packing, panel, wide);
    }
    if (j < c.columns()) {
      multiply(a, b, inner, c, j, packing, new Panel(narrow.columns(), inner), narrow);
    }
  }

  /** The columns of c from {@code j} on, as many as the tile is wide or as are left. */
  private static void multiply(
      Block a, Block b, int inner, Block c, int j, Packing packing, Panel panel, Tile tile) {
    int columns = Math.min(tile.columns(), c.columns() - j);
    boolean fits = columns == tile.columns();
    Block part = c.columns(j, j + columns);
    Block sums = fits ? part : aside(c.rows(), tile.columns());
    clear(sums);
    for (int k = 0; k < inner; k += Panel.DEPTH) {
      int depth = Math.min(Panel.DEPTH, inner - k);
      packing.pack(panel, b, k, depth, j, columns);
      for (int i = 0; i < a.rows(); i += Tile.ROWS) {
        tile.add(a, i, k, panel.data, 0, panel.width, depth, sums);
      }
    }
    if (!fits) {
      copy(sums, part);
    }
  }

  private static Block aside(int rows, int columns) {
    return new Block(new float[rows * columns], 0, columns, rows, columns);
  }

  private static void clear(Block block) {
    for (int i = 0; i < block.rows(); i++) {
      Arrays.fill(block.data(), block.row(i), block.row(i) + block.columns(), 0f);
    }
  }

  private static void copy(Block from, Block to) {
    for (int i = 0; i < to.rows(); i++) {
      System.arraycopy(from.data(), from.row(i), to.data(), to.row(i), to.columns());
    }
  }
}
