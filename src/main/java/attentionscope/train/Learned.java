package attentionscope.train;

import attentionscope.files.Problem;
import attentionscope.nn.Parameters;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ejml.data.FMatrixRMaj;

/**
 * Parameters that change from step to step, and what the optimizer remembers of each. A parameter's
 * matrix is never changed, only replaced, so that a run recorded before a step stays what it was.
 */
final class Learned implements Parameters {

  private final Parameters beginning;
  private final Optimizer optimizer;
  private final Map<TensorId, FMatrixRMaj> now = new ConcurrentHashMap<>();
  private final Map<TensorId, FMatrixRMaj> memory = new HashMap<>();

  /**
   * @param beginning what each parameter is before the first step
   */
  Learned(Parameters beginning, Optimizer optimizer) {
    this.beginning = beginning;
    this.optimizer = optimizer;
  }

  @Override
  public FMatrixRMaj matrix(TensorId id, int rows, int columns, Kind kind) throws Problem {
    FMatrixRMaj known = now.get(id);
    if (known == null) {
      known = beginning.matrix(id, rows, columns, kind);
      now.put(id, known);
    }
    if (known.numRows != rows || known.numCols != columns) {
      throw new Problem(
          "nn.problem.parameter-size", id, known.numRows, known.numCols, rows, columns);
    }
    return known;
  }

  /** All that any run has asked for so far. */
  List<TensorId> ids() {
    return List.copyOf(now.keySet());
  }

  /** All parameters that any run has asked for, as they are now. */
  Map<TensorId, FMatrixRMaj> now() {
    return Map.copyOf(now);
  }

  /** Every parameter that the gradient knows takes a step. */
  void step(Gradient gradient, double rate, int step) throws Problem {
    List<InParallel.Work<FMatrixRMaj>> steps = new ArrayList<>();
    gradient
        .byParameter()
        .forEach(
            (id, by) -> {
              FMatrixRMaj before = Objects.requireNonNull(now.get(id));
              List<FMatrixRMaj> own = memoryOf(id, before);
              steps.add(() -> optimizer.step(before, by, own, rate, step));
            });
    Iterator<FMatrixRMaj> after = InParallel.all(steps).iterator();
    gradient.byParameter().keySet().forEach(id -> now.put(id, after.next()));
  }

  private List<FMatrixRMaj> memoryOf(TensorId id, FMatrixRMaj sized) {
    return optimizer.memory().stream()
        .map(
            family ->
                memory.computeIfAbsent(
                    id.in(family), none -> new FMatrixRMaj(sized.numRows, sized.numCols)))
        .toList();
  }

  /** Parameters and memory, sorted by id; copies where they may change. */
  Map<TensorId, FMatrixRMaj> state() {
    Map<TensorId, FMatrixRMaj> state = new TreeMap<>(now);
    memory.forEach((id, matrix) -> state.put(id, matrix.copy()));
    return state;
  }

  void restore(Map<TensorId, FMatrixRMaj> state) {
    now.clear();
    memory.clear();
    state.forEach(
        (id, matrix) -> {
          boolean remembered =
              optimizer.memory().stream().anyMatch(family -> id.path().startsWith(family + "/"));
          if (remembered) {
            memory.put(id, matrix.copy());
          } else {
            now.put(id, matrix);
          }
        });
  }

  @Override
  public Origin origin(TensorId id) {
    return beginning.origin(id);
  }

  @Override
  public Origin origin() {
    return beginning.origin();
  }
}
