package attentionscope.trace;

import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;

/** Records a run, operation by operation, and applies the changes asked for as it goes. */
public final class Tape {

  private final List<Intervention> interventions;
  private final Set<Intervention> applied = new HashSet<>();
  private final Map<TensorId, Node> nodes = new LinkedHashMap<>();

  public Tape(List<Intervention> interventions) {
    this.interventions = List.copyOf(interventions);
  }

  /** A tape of a run as the model has it. */
  public static Tape plain() {
    return new Tape(List.of());
  }

  /**
   * Computes the operation and keeps the result under its name.
   *
   * @return the node
   * @throws Problem when a change that was asked for does not fit
   */
  public Node record(TensorId id, Op op, Axis rows, Axis columns, List<Node> inputs)
      throws Problem {
    List<FMatrixRMaj> values = inputs.stream().map(Node::value).toList();
    Op effective = op;
    for (Intervention intervention : interventions) {
      if (id.matches(intervention.target())) {
        Altered altered = new Altered(effective, intervention);
        altered.check(id, values, rows.size(), columns.size());
        effective = altered;
        applied.add(intervention);
      }
    }
    Node node = new Node(id, effective, inputs, rows, columns, effective.forward(values));
    if (nodes.put(id, node) != null) {
      throw new IllegalStateException(id + " was recorded twice");
    }
    return node;
  }

  public Node record(TensorId id, Op op, Axis rows, Axis columns, Node... inputs) throws Problem {
    return record(id, op, rows, columns, List.of(inputs));
  }

  /** A node recorded before, for matrices that several parts of a model share. */
  public Optional<Node> find(TensorId id) {
    return Optional.ofNullable(nodes.get(id));
  }

  /** What has been recorded so far, in its order. */
  public List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /**
   * Ends the recording.
   *
   * @throws Problem when a change named a matrix that this run does not have
   */
  public Trace finish(Provenance provenance) throws Problem {
    Trace trace = new Trace(new ArrayList<>(nodes.values()), provenance);
    for (Intervention intervention : interventions) {
      if (!applied.contains(intervention)) {
        throw trace.unknown(intervention.target());
      }
    }
    return trace;
  }
}
