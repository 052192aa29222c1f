package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Dropout;
import attentionscope.op.Given;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * What layers record onto.
 *
 * @param tape the run being recorded
 * @param parameters where layers get their parameters
 * @param dropping what is left out at random, while a model learns
 * @param past what earlier steps have computed, where a sequence is read step by step
 * @param sharing where a part uses another part's parameters
 */
public record Graph(
    Tape tape,
    Parameters parameters,
    Dropping dropping,
    Optional<Past> past,
    Optional<Sharing> sharing) {

  /**
   * Parameters that one part has from another.
   *
   * @param part that has none of its own, such as {@code encoder.3}
   * @param owner whose it uses, such as {@code encoder.0}
   */
  public record Sharing(TensorId part, TensorId owner) {

    private TensorId owned(TensorId id) {
      String inside = part.path() + ".";
      return id.path().startsWith(inside) ? owner.child(id.path().substring(inside.length())) : id;
    }
  }

  /**
   * Cells that are left out at random (Srivastava et al. 2014).
   *
   * @param rate the share that is left out, 0 to below 1
   * @param seed of the choice
   */
  public record Dropping(double rate, long seed) {
    /** As a model is used. */
    public static final Dropping NOTHING = new Dropping(0, 0);
  }

  /** A run in which every part has its own parameters. */
  public Graph(Tape tape, Parameters parameters, Dropping dropping, Optional<Past> past) {
    this(tape, parameters, dropping, past, Optional.empty());
  }

  /** A run at once. */
  public Graph(Tape tape, Parameters parameters, Dropping dropping) {
    this(tape, parameters, dropping, Optional.empty());
  }

  /** A run as a model is used: nothing is left out. */
  public Graph(Tape tape, Parameters parameters) {
    this(tape, parameters, Dropping.NOTHING);
  }

  /** The same run for a part that is read at once, such as an encoder. */
  public Graph atOnce() {
    return new Graph(tape, parameters, dropping);
  }

  /** The same run for a part that uses another part's parameters. */
  Graph sharing(TensorId part, TensorId owner) {
    return new Graph(tape, parameters, dropping, past, Optional.of(new Sharing(part, owner)));
  }

  public Node record(TensorId id, Op op, Axis rows, Axis columns, Node... inputs) throws Problem {
    return tape.record(id, op, rows, columns, List.of(inputs));
  }

  /** A parameter as a node; recorded once, however many layers share it. */
  public Node parameter(TensorId named, Axis rows, Axis columns, Parameters.Kind kind)
      throws Problem {
    TensorId id = sharing.isPresent() ? sharing.get().owned(named) : named;
    Optional<Node> known = tape.find(id);
    if (known.isPresent()) {
      return known.get();
    }
    FMatrixRMaj matrix = parameters.matrix(id, rows.size(), columns.size(), kind);
    return record(id, new Given("parameter", matrix, parameters.origin(id)), rows, columns);
  }

  /** The node {@code <id>.dropout}, in which cells are left out; x itself where none are. */
  public Node dropout(TensorId id, Node x) throws Problem {
    if (dropping.rate() == 0) {
      return x;
    }
    TensorId dropped = id.child("dropout");
    Dropout op = Dropout.of(dropping.rate(), dropping.seed(), dropped);
    return record(dropped, op, x.rows(), x.columns(), x);
  }

  /** A mask: 0 where a query may look at a key, −∞ where not. */
  public Node mask(TensorId id, FMatrixRMaj mask, Axis queries, Axis keys) throws Problem {
    return record(
        id, new Given("mask", mask, new Origin.Rule()), queries.queries(), keys.keyColumns());
  }

  /** Vectors that are put in as they are. */
  public Node input(TensorId id, FMatrixRMaj matrix, Axis rows, Axis columns) throws Problem {
    return record(id, new Given("input", matrix, new Origin.Typed()), rows, columns);
  }
}
