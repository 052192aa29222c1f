package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.nn.Parameters;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that lie in a file, and mostly stay there: weights and tables are views of it. Biases
 * and gains are read when they are asked for, and then kept.
 */
public final class CheckpointParameters implements Parameters {

  private final ArrayFile file;
  private final boolean staying;
  private final Map<TensorId, Stored> places;
  private final Map<TensorId, FMatrixRMaj> made = new ConcurrentHashMap<>();

  /**
   * @param staying whether weights stay in the file; else they are read, too
   */
  CheckpointParameters(ArrayFile file, Map<TensorId, Stored> places, boolean staying) {
    this.file = file;
    this.staying = staying;
    this.places = Map.copyOf(places);
  }

  /** The ids of all parameters. */
  public Set<TensorId> ids() {
    return places.keySet();
  }

  /** What the file calls the array that a parameter is, or is a part of. */
  public String array(TensorId id) {
    return find(id).array();
  }

  /** The names of all arrays that are parameters. */
  Set<String> arrays() {
    return places.values().stream().map(Stored::array).collect(Collectors.toSet());
  }

  @Override
  public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
    @Nullable Stored stored = places.get(id);
    if (stored == null) {
      String near =
          String.join(
              ", ",
              Nearest.names(id.path(), places.keySet().stream().map(TensorId::path).toList(), 3));
      throw new Problem("nn.problem.no-parameter", id, rows, columns, near);
    }
    if (stored.in() != rows || stored.columns() != columns) {
      throw new Problem(
          "nn.problem.parameter-size", id, stored.in(), stored.columns(), rows, columns);
    }
    @Nullable FMatrixRMaj known = made.get(id);
    if (known != null) {
      return known;
    }
    FMatrixRMaj read = staying ? stored.read(file) : stored.copy(file);
    @Nullable FMatrixRMaj before = made.putIfAbsent(id, read);
    return before == null ? read : before;
  }

  @Override
  public Origin origin(TensorId id) {
    return new Origin.File(fileName(), find(id).array());
  }

  @Override
  public Origin origin() {
    return new Origin.File(fileName(), "");
  }

  private Stored find(TensorId id) {
    @Nullable Stored stored = places.get(id);
    if (stored == null) {
      throw new IllegalArgumentException("no parameter " + id);
    }
    return stored;
  }

  private String fileName() {
    return String.valueOf(file.source().getFileName());
  }
}
