package attentionscope.figure.matrix;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * A matrix with more cells than there are pixels, made smaller: each place stands for a block of
 * neighbouring cells.
 *
 * @param at one place on the ramp a block, NaN where every cell of it is masked
 * @param perRow how many rows a block has, at most
 * @param perColumn how many columns
 */
public record Reduced(FMatrixRMaj at, int perRow, int perColumn) {

  /**
   * @param mostRows how many rows there may be
   * @param mostColumns how many columns there may be
   * @param look says what stands for a block, and whether rows and columns change places
   */
  public static Reduced of(
      Cells cells, ColorScale scale, int mostRows, int mostColumns, MatrixLook look) {
    boolean turned = look.transposed();
    int down = turned ? cells.columns() : cells.rows();
    int across = turned ? cells.rows() : cells.columns();
    int rows = Math.min(down, Math.max(1, mostRows));
    int columns = Math.min(across, Math.max(1, mostColumns));
    Blocks blocks = new Blocks(rows, columns, look.reduction());
    int[] blockOfRow = blocks(cells.rows(), turned ? columns : rows);
    int[] blockOfColumn = blocks(cells.columns(), turned ? rows : columns);
    float[] line = new float[cells.columns()];
    for (int row = 0; row < cells.rows(); row++) {
      cells.read(row, line);
      for (int column = 0; column < line.length; column++) {
        int one = blockOfRow[row];
        int other = blockOfColumn[column];
        blocks.add(turned ? other * columns + one : one * columns + other, line[column]);
      }
    }
    FMatrixRMaj at = blocks.on(scale);
    return new Reduced(at, (down + rows - 1) / rows, (across + columns - 1) / columns);
  }

  /** Whether a place stands for more than one cell. */
  public boolean reduces() {
    return perRow > 1 || perColumn > 1;
  }

  /** For each of the cells of an axis in which block it is. */
  private static int[] blocks(int cells, int blocks) {
    int[] block = new int[cells];
    for (int i = 0; i < blocks; i++) {
      Arrays.fill(block, first(i, cells, blocks), first(i + 1, cells, blocks), i);
    }
    return block;
  }

  private static int first(int block, int cells, int blocks) {
    return (int) ((long) block * cells / blocks);
  }

  /** What stands for each block, while its cells are gone through. */
  private static final class Blocks {
    private final int rows;
    private final int columns;
    private final boolean mean;
    private final double[] held;
    private final int[] shown;

    Blocks(int rows, int columns, MatrixLook.Reduction reduction) {
      this.rows = rows;
      this.columns = columns;
      mean = reduction == MatrixLook.Reduction.MEAN;
      held = new double[rows * columns];
      shown = new int[rows * columns];
    }

    void add(int block, float value) {
      if (Float.isNaN(value)) {
        return;
      }
      shown[block]++;
      if (mean) {
        held[block] += value;
      } else if (Math.abs(value) > Math.abs(held[block])) {
        held[block] = value;
      }
    }

    /** On the ramp; NaN where no cell of a block is shown. */
    FMatrixRMaj on(ColorScale scale) {
      FMatrixRMaj at = new FMatrixRMaj(rows, columns);
      for (int i = 0; i < held.length; i++) {
        double value = mean ? held[i] / shown[i] : held[i];
        at.data[i] = shown[i] == 0 ? Float.NaN : scale.at(value);
      }
      return at;
    }
  }
}
