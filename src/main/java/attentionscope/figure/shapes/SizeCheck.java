package attentionscope.figure.shapes;

import java.util.Optional;

/**
 * Whether two matrices can be multiplied: (a × b)·(c × d) needs b = c and is a × d then.
 *
 * @param left a × b
 * @param right c × d
 */
public record SizeCheck(MatrixSize left, MatrixSize right) {

  /** Whether the inner sizes meet. */
  public boolean fits() {
    return left.columns() == right.rows();
  }

  /** The size of the product; empty where there is none. */
  public Optional<MatrixSize> result() {
    return fits() ? Optional.of(new MatrixSize(left.rows(), right.columns())) : Optional.empty();
  }

  /** One for each product that is added into a cell: a · b · d; 0 where there is no product. */
  public long multiplyAdds() {
    return fits() ? (long) left.rows() * left.columns() * right.columns() : 0;
  }
}
