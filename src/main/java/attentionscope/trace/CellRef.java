package attentionscope.trace;

/**
 * One cell of one matrix, written {@code id[row,column]}; both count from 0.
 *
 * @param id the matrix
 * @param row from 0
 * @param column from 0
 */
public record CellRef(TensorId id, int row, int column) {

  public CellRef {
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException("no cell " + id + "[" + row + "," + column + "]");
    }
  }

  @Override
  public String toString() {
    return id + "[" + row + "," + column + "]";
  }
}
