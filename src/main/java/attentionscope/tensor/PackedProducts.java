package attentionscope.tensor;

import java.util.Arrays;

/**
 * Products of matrices with many rows.
 *
 * <p>Panels of b ({@link Panel}) are taken from top to bottom. For each, c is computed in tiles of
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

  private final Packer packer;
  private final Tile narrow;
  private final Tile wide;

  /** Each thread's own: new room for each product would come from memory no cache holds. */
  private final ThreadLocal<Panel> widePanels;

  private final ThreadLocal<Panel> narrowPanels;

  /**
   * A wide tile takes 21 registers. There are 32 where vectors have 4 or 16 lanes, but 16 where
   * they have 8, so the narrow one is used throughout there.
   */
  PackedProducts(Packer packer, Tile narrow, Tile wide) {
    this.packer = packer;
    this.narrow = narrow;
    this.wide = fitsRegisters(narrow) ? wide : narrow;
    widePanels = ThreadLocal.withInitial(() -> new Panel(this.wide.columns()));
    narrowPanels = ThreadLocal.withInitial(() -> new Panel(this.narrow.columns()));
  }

  /** Whether the wide tile finds enough registers, told by the narrow one's width. */
  static boolean fitsRegisters(Tile narrow) {
    return narrow.columns() != NARROW_OF_EIGHT_LANES;
  }

  @Override
  public void multiply(Factors a, Block b, Block c) {
    clear(c);
    int inner = b.rows();
    int full = c.columns() / wide.columns();
    Panel panel = widePanels.get();
    for (int first = 0; first < full; first += Panel.NEIGHBOURS) {
      int neighbours = Math.min(Panel.NEIGHBOURS, full - first);
      int j = first * panel.width;
      for (int k = 0; k < inner; k += Panel.DEPTH) {
        int depth = Math.min(Panel.DEPTH, inner - k);
        packer.pack(b, k, depth, j, neighbours, panel.data, panel.width);
        for (int p = 0; p < neighbours; p++) {
          Block sums = c.columns(j + p * panel.width, j + (p + 1) * panel.width);
          add(a, k, panel, p * depth * panel.width, depth, sums, wide);
        }
      }
    }
    int j = full * wide.columns();
    edge(a, inner, c, j, (edge, k, depth) -> edge.packEdge(b, k, depth, j, c.columns() - j));
  }

  @Override
  public void multiplyTransposed(Factors a, Block b, Block c) {
    clear(c);
    int inner = b.columns();
    int full = c.columns() / wide.columns();
    Panel panel = widePanels.get();
    for (int p = 0; p < full; p++) {
      int j = p * panel.width;
      Block sums = c.columns(j, j + panel.width);
      for (int first = 0; first < inner; first += Panel.ROWS) {
        int rows = Math.min(Panel.ROWS, inner - first);
        panel.packTransposed(b, first, rows, j, panel.width);
        for (int k = 0; k < rows; k += Panel.DEPTH) {
          int depth = Math.min(Panel.DEPTH, rows - k);
          add(a, first + k, panel, k * panel.width, depth, sums, wide);
        }
      }
    }
    int j = full * wide.columns();
    edge(a, inner, c, j, (edge, k, depth) -> edge.packTransposed(b, k, depth, j, c.columns() - j));
  }

  private static void add(
      Factors a, int k, Panel panel, int from, int depth, Block sums, Tile tile) {
    for (int i = 0; i < a.rows(); i += Tile.ROWS) {
      tile.add(a, i, k, panel.data, from, panel.width, depth, sums);
    }
  }

  /** Copies what is left of b at the right edge into a panel. */
  private interface EdgePacking {
    void pack(Panel panel, int k, int depth);
  }

  /** The columns of c from {@code j} on, fewer than a wide tile has. */
  private void edge(Factors a, int inner, Block c, int j, EdgePacking packing) {
    int columns = c.columns() - j;
    if (columns == 0) {
      return;
    }
    boolean isWide = columns > narrow.columns();
    Tile tile = isWide ? wide : narrow;
    boolean fits = columns == tile.columns();
    Block part = c.columns(j, c.columns());
    Block sums = fits ? part : aside(c.rows(), tile.columns());
    Panel panel = (isWide ? widePanels : narrowPanels).get();
    for (int k = 0; k < inner; k += Panel.DEPTH) {
      int depth = Math.min(Panel.DEPTH, inner - k);
      packing.pack(panel, k, depth);
      add(a, k, panel, 0, depth, sums, tile);
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
