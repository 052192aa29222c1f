package attentionscope.trace;

import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;

/** Records a run, operation by operation, and applies the changes asked for as it goes. */
public final class Tape {

  private final List<Intervention> interventions;
  private final Set<Intervention> applied = new HashSet<>();
  private final SequencedMap<TensorId, Node> nodes = new LinkedHashMap<>();
  private final Optional<Watched> watched;
  private boolean finished;

  /** Somebody looks on. */
  private static final class Watched {
    private final Watcher watcher;
    private final Provenance provenance;
    private final long begin = System.nanoTime();
    private long next;

    private Watched(Watcher watcher, Provenance provenance) {
      this.watcher = watcher;
      this.provenance = provenance;
      this.next = watcher.patience();
    }
  }

  public Tape(List<Intervention> interventions) {
    this.interventions = List.copyOf(interventions);
    watched = Optional.empty();
  }

  /**
   * A tape of a run that is looked at while it is recorded.
   *
   * @param provenance what will be said of it at the end
   */
  public Tape(Provenance provenance, Watcher watcher) {
    interventions = provenance.interventions();
    watched =
        watcher.equals(Watcher.NOBODY)
            ? Optional.empty()
            : Optional.of(new Watched(watcher, provenance));
  }

  /** Whether nothing is changed by hand. */
  public boolean isPlain() {
    return interventions.isEmpty();
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
   * @throws CancellationException when the thread was interrupted: nobody waits for the run
   */
  public Node record(TensorId id, Op op, Axis rows, Axis columns, List<Node> inputs)
      throws Problem {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(id.path());
    }
    List<FMatrixRMaj> values = values(inputs);
    Op effective = op;
    for (Intervention intervention : interventions) {
      if (id.matches(intervention.target())) {
        Altered altered = new Altered(effective, intervention);
        altered.check(id, values, rows.size(), columns.size());
        effective = altered;
        applied.add(intervention);
      }
    }
    return keep(new Node(id, effective, inputs, rows, columns, effective.forward(values)));
  }

  private static List<FMatrixRMaj> values(List<Node> inputs) {
    FMatrixRMaj[] values = new FMatrixRMaj[inputs.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = inputs.get(i).value();
    }
    return Arrays.asList(values);
  }

  /**
   * Keeps what an operation without inputs gave before: it would give the same again.
   *
   * @param value what the operation gives; shared, so nobody may change it
   */
  public Node recordKnown(TensorId id, Op op, Axis rows, Axis columns, FMatrixRMaj value)
      throws Problem {
    for (Intervention intervention : interventions) {
      if (id.matches(intervention.target())) {
        return record(id, op, rows, columns, List.of());
      }
    }
    return keep(new Node(id, op, List.of(), rows, columns, value));
  }

  private Node keep(Node node) {
    if (finished) {
      throw new IllegalStateException(node.id() + " was recorded after the end");
    }
    if (nodes.put(node.id(), node) != null) {
      throw new IllegalStateException(node.id() + " was recorded twice");
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

  /**
   * A part of the run, such as a layer, is complete: whoever looks on is shown what there is so
   * far, unless that was a moment ago.
   */
  public void pause() {
    if (watched.isEmpty()) {
      return;
    }
    Watched on = watched.get();
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - on.begin);
    if (now >= on.next) {
      on.next = now + Watcher.PAUSE;
      on.watcher.told().accept(new Trace(new LinkedHashMap<>(nodes), on.provenance, false));
    }
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
    finished = true;
    Trace trace = new Trace(nodes, provenance, true);
    for (Intervention intervention : interventions) {
      if (!applied.contains(intervention)) {
        throw trace.unknown(intervention.target());
      }
    }
    return trace;
  }
}
