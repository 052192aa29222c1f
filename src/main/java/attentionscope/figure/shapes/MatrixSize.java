package attentionscope.figure.shapes;

import attentionscope.trace.Node;

/**
 * How large a matrix is.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record MatrixSize(int rows, int columns) {

  public MatrixSize {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("a matrix of " + rows + " x " + columns);
    }
  }

  /** The size of one sample of a matrix. */
  public static MatrixSize of(Node node) {
    return new MatrixSize(node.rows().length(), node.columns().size());
  }

  public MatrixSize transposed() {
    return new MatrixSize(columns, rows);
  }

  /** {@code 3 × 4}. */
  @Override
  public String toString() {
    return rows + " × " + columns;
  }
}
