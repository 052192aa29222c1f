package attentionscope.tensor;

import java.util.Arrays;

/**
 * Pieces of the right-hand matrix, copied so that the product kernel reads them from front to back.
 *
 * <p>The right-hand matrix B (k x n) is cut into panels of {@link #DEPTH} rows and {@code width}
 * columns, width being 2 or 4 vectors. A panel of 128 x 64 floats fits the innermost cache, where
 * it is read once for every four rows of A:
 *
 * <pre>
 *            B                              the panel, in memory
 *      ┌────────┬────┬───┐                  ┌────────┐
 *      │        │    │   │                  │ row  0 │  v0 v1 v2 v3
 *      │        ├────┤   │  ── pack ──▶     │ row  1 │  v0 v1 v2 v3
 *      │        │████│   │  128 rows        │   ⋮    │
 *      │        ├────┤   │                  │ row 127│  v0 v1 v2 v3
 *      └────────┴────┴───┘                  └────────┘
 *               width
 * </pre>
 *
 * <p>Several panels are packed at once, so that memory is read in runs long enough for it to be
 * fetched ahead: neighbours in a row, which lie in {@link #data} one after the other, or, where B
 * is given as its transpose (n x k), those below each other. Packing transposes then, and the
 * kernel never knows. Columns beyond the edge of B are zero.
 */
final class Panel {

  /** Rows of a panel. */
  static final int DEPTH = 128;

  /** Panels that are packed at once: 256 kB, which the second cache holds. */
  static final int NEIGHBOURS = 8;

  /** Rows of panels that are packed below each other at once. */
  static final int ROWS = 4 * DEPTH;

  /** Rows of the transpose that are read side by side. */
  private static final int STREAMS = 8;

  final float[] data;
  final int width;

  /** Room for as many panels of {@code width} columns as are ever packed at once. */
  Panel(int width) {
    this.width = width;
    this.data = new float[width * DEPTH * NEIGHBOURS];
  }

  /** Copies fewer columns than a panel is wide. */
  void packEdge(Block b, int k, int depth, int j, int columns) {
    for (int row = 0; row < depth; row++) {
      int to = row * width;
      System.arraycopy(b.data(), b.row(k + row) + j, data, to, columns);
      Arrays.fill(data, to + columns, to + width, 0f);
    }
  }

  /** One panel where b is given as its transpose: column j of b is row j here. */
  void packTransposed(Block b, int k, int depth, int j, int columns) {
    int column = 0;
    for (; column + STREAMS <= columns; column += STREAMS) {
      packEightColumns(b.data(), b.row(j + column) + k, b.stride(), depth, column);
    }
    for (; column < width; column++) {
      int from = column < columns ? b.row(j + column) + k : -1;
      for (int row = 0; row < depth; row++) {
        data[row * width + column] = from < 0 ? 0f : b.data()[from + row];
      }
    }
  }

  private void packEightColumns(float[] b, int from, int stride, int depth, int column) {
    int from1 = from + stride;
    int from2 = from1 + stride;
    int from3 = from2 + stride;
    int from4 = from3 + stride;
    int from5 = from4 + stride;
    int from6 = from5 + stride;
    int from7 = from6 + stride;
    for (int row = 0; row < depth; row++) {
      int to = row * width + column;
      data[to] = b[from + row];
      data[to + 1] = b[from1 + row];
      data[to + 2] = b[from2 + row];
      data[to + 3] = b[from3 + row];
      data[to + 4] = b[from4 + row];
      data[to + 5] = b[from5 + row];
      data[to + 6] = b[from6 + row];
      data[to + 7] = b[from7 + row];
    }
  }
}
