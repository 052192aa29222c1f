package attentionscope.op;

import attentionscope.files.Problem;
import attentionscope.trace.Backward;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ejml.data.FMatrixRMaj;

/**
 * The backward pass of a run, as more nodes of it: the gradient by the matrix {@code x} is {@code
 * grad/x}. Where several operations read x, each share is a node {@code grad/x.via.<reader>} and
 * {@code grad/x} is their sum.
 *
 * <p>Gradients are by parameters and by vectors that were put in, and by everything on the way from
 * these to the loss.
 */
public final class Gradients {

  /** The family of ids that gradients have: {@code grad/encoder.0.self.q}. */
  public static final String FAMILY = "grad";

  private static final Set<String> ASKED_FOR = Set.of("parameter", "input");

  private final Tape tape;
  private final Set<Node> wanted = new HashSet<>();
  private final Map<Node, List<Share>> shares = new HashMap<>();

  private Gradients(Tape tape) {
    this.tape = tape;
    for (Node node : tape.nodes()) {
      boolean asked = node.inputs().isEmpty() && ASKED_FOR.contains(node.op().kind());
      if (asked || node.inputs().stream().anyMatch(wanted::contains)) {
        wanted.add(node);
      }
    }
  }

  /**
   * Records the gradients of a loss.
   *
   * @param tape the run so far
   * @param loss a matrix of one cell
   */
  public static void of(Tape tape, Node loss) throws Problem {
    FMatrixRMaj one = new FMatrixRMaj(1, 1);
    one.set(0, 0, 1f);
    of(tape, Map.of(loss, one));
  }

  /**
   * Records the gradients of Σ result · coefficient over all cells of all results.
   *
   * @param tape the run so far
   * @param results with the coefficients of each, of its size
   */
  public static void of(Tape tape, Map<Node, FMatrixRMaj> results) throws Problem {
    Gradients gradients = new Gradients(tape);
    results.forEach(gradients::begin);
    for (Node node : tape.nodes().reversed()) {
      gradients.handOn(node);
    }
  }

  private void begin(Node result, FMatrixRMaj coefficients) {
    Op given = new Given("coefficients", coefficients, new Origin.Rule());
    add(result, new Computed("loss", given, List.of()));
  }

  /** Adds up what the readers of a node handed to it, and hands it on to the node's inputs. */
  private void handOn(Node node) throws Problem {
    List<Share> own = shares.remove(node);
    if (own != null) {
      Node gradient = sum(node, own);
      if (!node.inputs().isEmpty()) {
        node.op().backward(node, gradient, new Reader(node));
      }
    }
  }

  private Node sum(Node node, List<Share> own) throws Problem {
    TensorId id = node.id().in(FAMILY);
    if (own.size() == 1 && own.getFirst() instanceof Computed only) {
      return only.record(tape, id, node);
    }
    if (own.stream().allMatch(Gradients::isStep)) {
      return steps(node, own);
    }
    List<Node> inputs = new ArrayList<>();
    List<Gather.Corner> corners = new ArrayList<>();
    for (Share share : own) {
      switch (share) {
        case Computed computed -> {
          inputs.add(computed.record(tape, free(id.child("via." + computed.reader())), node));
          corners.add(new Gather.Corner(0, 0));
        }
        case Part part -> {
          inputs.add(part.record(tape, free(id.child("via." + part.reader().id().path()))));
          corners.add(part.corner());
        }
        case Placed placed -> {
          inputs.add(placed.gradient());
          corners.add(placed.corner());
        }
      }
    }
    Gather gather = new Gather(node.rows().size(), node.columns().size(), corners);
    return tape.record(id, gather, node.rows(), node.columns(), inputs);
  }

  /** Whether a share is that of a weight in a product of whole matrices. */
  private static boolean isStep(Share share) {
    return share instanceof Computed computed && computed.op().equals(StepProducts.ONE);
  }

  /** A weight that every step multiplies by: one product over the rows of all steps. */
  private Node steps(Node node, List<Share> own) throws Problem {
    List<Node> operands = new ArrayList<>();
    for (Share share : own) {
      if (share instanceof Computed computed) {
        operands.addAll(computed.operands());
      }
    }
    TensorId id = node.id().in(FAMILY);
    return tape.record(id, new StepProducts(), node.rows(), node.columns(), operands);
  }

  /** An operation may read a matrix twice: x·xᵀ. */
  private TensorId free(TensorId id) {
    TensorId free = id;
    for (int i = 2; tape.find(free).isPresent(); i++) {
      free = id.child(i);
    }
    return free;
  }

  private void add(Node input, Share share) {
    shares.computeIfAbsent(input, none -> new ArrayList<>()).add(share);
  }

  /** What one reader of a node knows of the node's gradient. */
  private sealed interface Share {}

  /** A share that becomes a matrix when it is known whether it is the only one. */
  private record Computed(String reader, Op op, List<Node> operands) implements Share {
    Node record(Tape tape, TensorId id, Node node) throws Problem {
      return tape.record(id, op, node.rows(), node.columns(), operands);
    }
  }

  /** A share of a part, as large as its reader. */
  private record Part(Node reader, Gather.Corner corner, Op op, List<Node> operands)
      implements Share {
    Node record(Tape tape, TensorId id) throws Problem {
      return tape.record(id, op, reader.rows(), reader.columns(), operands);
    }
  }

  /** A matrix that is the share of a part. */
  private record Placed(Node gradient, Gather.Corner corner) implements Share {}

  /** Takes the shares that a node hands to its inputs. */
  private final class Reader implements Backward {
    private final Node node;

    Reader(Node node) {
      this.node = node;
    }

    @Override
    public boolean wants(Node input) {
      return wanted.contains(input);
    }

    @Override
    public void share(Node input, Op op, Node... operands) {
      if (wants(input)) {
        add(input, new Computed(node.id().path(), op, List.of(operands)));
      }
    }

    @Override
    public void sharePart(Node input, int row, int column, Op op, Node... operands) {
      boolean whole =
          input.rows().size() == node.rows().size()
              && input.columns().size() == node.columns().size();
      if (whole) {
        share(input, op, operands);
      } else if (wants(input)) {
        add(input, new Part(node, new Gather.Corner(row, column), op, List.of(operands)));
      }
    }

    @Override
    public void place(Node input, Node gradient, int row, int column) {
      if (wants(input)) {
        add(input, new Placed(gradient, new Gather.Corner(row, column)));
      }
    }
  }
}
