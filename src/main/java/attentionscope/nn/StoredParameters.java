package attentionscope.nn;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.Map;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** Parameters that somebody wrote down or learned before. */
public final class StoredParameters implements Parameters {

  private final Map<TensorId, FMatrixRMaj> matrices;
  private final Origin origin;

  /**
   * @param matrices by id; projections are [in, out], biases and gains 1 x d
   * @param origin where they are from
   */
  public StoredParameters(Map<TensorId, FMatrixRMaj> matrices, Origin origin) {
    this.matrices = Map.copyOf(matrices);
    this.origin = origin;
  }

  @Override
  public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
    Optional<FMatrixRMaj> found = Optional.ofNullable(matrices.get(id));
    if (found.isEmpty()) {
      throw new Problem(
          "nn.problem.no-parameter",
          id,
          rows,
          columns,
          String.join(
              ", ",
              Nearest.names(
                  id.path(), matrices.keySet().stream().map(TensorId::path).toList(), 3)));
    }
    FMatrixRMaj matrix = found.get();
    if (matrix.numRows != rows || matrix.numCols != columns) {
      throw new Problem(
          "nn.problem.parameter-size", id, matrix.numRows, matrix.numCols, rows, columns);
    }
    return matrix;
  }

  /** In a file each matrix has a name of its own. */
  @Override
  public Origin origin(TensorId id) {
    return origin instanceof Origin.File(String file, String _)
        ? new Origin.File(file, id.path())
        : origin;
  }

  @Override
  public Origin origin() {
    return origin;
  }
}
