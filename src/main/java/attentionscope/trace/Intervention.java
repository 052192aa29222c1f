package attentionscope.trace;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * A change to a run, applied by id while it is recorded, so that everything downstream follows.
 * Patterns may hold {@code *} for a part of one segment and {@code **} for several segments.
 */
public sealed interface Intervention {

  /** The id or the pattern of the matrices that change. */
  String target();

  /** One cell gets another value. */
  record SetCell(CellRef cell, float value) implements Intervention {
    @Override
    public String target() {
      return cell.id().path();
    }
  }

  /** A whole matrix is replaced. */
  record Replace(TensorId id, FMatrixRMaj matrix) implements Intervention {
    @Override
    public String target() {
      return id.path();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Replace that
          && id.equals(that.id)
          && matrix.numRows == that.matrix.numRows
          && matrix.numCols == that.matrix.numCols
          && Arrays.equals(matrix.data, that.matrix.data);
    }

    @Override
    public int hashCode() {
      return 31 * id.hashCode() + Arrays.hashCode(matrix.data);
    }
  }

  /** Every cell becomes zero: {@code encoder.0.self.head.2.output} silences a head. */
  record Zero(String target) implements Intervention {}

  /**
   * The operation is left out and hands on its first input: {@code **.scaled} leaves the scale out,
   * {@code **.masked} the mask, {@code source.input} the positions.
   */
  record Off(String target) implements Intervention {}
}
