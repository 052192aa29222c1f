package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import org.ejml.data.FMatrixRMaj;

/** Where layers get their parameters. */
public interface Parameters {

  /** What a parameter is for, which says how one is drawn that has not been learned. */
  enum Kind {
    /** A projection [in, out]. */
    WEIGHT,
    /** One row a token or position. */
    TABLE,
    /** Added; zero before learning. */
    BIAS,
    /** Multiplied; one before learning. */
    GAIN
  }

  /**
   * A parameter by its id.
   *
   * @return rows x columns; must not be changed
   * @throws Problem when there is none, or it has another size
   */
  FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem;

  /** Where a parameter's numbers are from. */
  Origin origin(TensorId id);

  /** Where the numbers of the whole are from. */
  Origin origin();
}
