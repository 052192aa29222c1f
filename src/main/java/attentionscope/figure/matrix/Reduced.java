package attentionscope.figure.matrix;

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
    FMatrixRMaj at = new FMatrixRMaj(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        at.set(
            row,
            column,
            block(
                cells,
                scale,
                look,
                first(row, down, rows),
                first(row + 1, down, rows),
                first(column, across, columns),
                first(column + 1, across, columns)));
      }
    }
    return new Reduced(at, (down + rows - 1) / rows, (across + columns - 1) / columns);
  }

  /** Whether a place stands for more than one cell. */
  public boolean reduces() {
    return perRow > 1 || perColumn > 1;
  }

  private static int first(int block, int cells, int blocks) {
    return (int) ((long) block * cells / blocks);
  }

  private static float block(
      Cells cells, ColorScale scale, MatrixLook look, int top, int bottom, int left, int right) {
    double sum = 0;
    double extreme = 0;
    int shown = 0;
    for (int down = top; down < bottom; down++) {
      for (int across = left; across < right; across++) {
        int row = look.transposed() ? across : down;
        int column = look.transposed() ? down : across;
        if (cells.state(row, column) == Cells.State.SHOWN) {
          float value = cells.value(row, column);
          sum += value;
          extreme = Math.abs(value) > Math.abs(extreme) ? value : extreme;
          shown++;
        }
      }
    }
    if (shown == 0) {
      return Float.NaN;
    }
    boolean mean = look.reduction() == MatrixLook.Reduction.MEAN;
    return scale.at(mean ? sum / shown : extreme);
  }
}
