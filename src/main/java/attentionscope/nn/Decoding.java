package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.op.Concat;
import attentionscope.op.Given;
import attentionscope.op.Repeat;
import attentionscope.op.Resting;
import attentionscope.op.RowRange;
import attentionscope.op.StackRows;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * One decoder at work, step after step. Teacher forcing and free generation are the same here: the
 * next steps are computed of the tokens they read, all that are known at once.
 *
 * <p>Nodes of all steps at once are {@code decoder.read} (what is put side by side for a step),
 * {@code decoder.0.projected}, {@code decoder.0.hidden}, {@code decoder.states}, {@code
 * decoder.attention.…}, {@code decoder.joined}, {@code decoder.attentional}; of one step by itself
 * {@code decoder.step.2.…}; each layer's step is {@code decoder.0.step.2.…} always.
 */
public final class Decoding {

  private static final TensorId ROOT = TensorId.of("decoder");

  private final Graph graph;
  private final RecurrentDecoder plan;
  private final Node bottleneck;
  private final RecurrentState[] states;
  private final Optional<RecurrentAttention.Memory> memory;
  private Optional<Node> fed = Optional.empty();
  private int next;

  /**
   * @param start the state of every layer before the first step
   * @param encoded what the encoder has made
   * @param source how the encoder has read
   */
  public Decoding(
      Graph graph,
      RecurrentDecoder plan,
      List<RecurrentState> start,
      RecurrentStack.Encoded encoded,
      Timeline source)
      throws Problem {
    this.graph = graph;
    this.plan = plan;
    this.bottleneck = encoded.bottleneck();
    this.states = start.toArray(RecurrentState[]::new);
    this.memory =
        plan.attention().isEmpty()
            ? Optional.empty()
            : Optional.of(
                plan.attention()
                    .get()
                    .over(graph, ROOT.child("attention"), encoded.states(), source));
    if (plan.feed() == AttentionFeed.NEXT_STEP) {
      int width = plan.attentional().orElse(encoded.states().columns().size());
      FMatrixRMaj zeros = new FMatrixRMaj(bottleneck.rows().size(), width);
      fed =
          Optional.of(
              graph.record(
                  ROOT.child("fed"),
                  new Given("state", zeros, new Origin.Rule()),
                  bottleneck.rows(),
                  Axis.features(width)));
    }
  }

  /** All steps, of which the decoder reads the tokens given; B·T x d to B·T x width. */
  public Node all(Node embedded, Timeline time) throws Problem {
    if (!plan.isStepwise()) {
      return steps(ROOT, time.bySteps(graph, ROOT.child("by-step"), embedded), time);
    }
    Node bySteps = time.bySteps(graph, ROOT.child("by-step"), embedded);
    List<Node> results = new ArrayList<>();
    for (int step = 0; step < time.steps(); step++) {
      Timeline one = Timeline.full(time.step(step));
      Node own =
          graph.record(
              ROOT.child("step").child(step).child("embedded"),
              new RowRange(step * time.samples(), time.samples()),
              one.tokens(),
              embedded.columns(),
              bySteps);
      results.add(step(own));
    }
    return gather(results, time);
  }

  /**
   * One step more.
   *
   * @param embedded the tokens that are read, B x d
   * @return B x width, to be projected onto the vocabulary
   */
  public Node step(Node embedded) throws Problem {
    return steps(ROOT.child("step").child(next), embedded, Timeline.full(embedded.rows()));
  }

  /** Some steps, whose inputs are all known: T·B x d, step after step, to B·T x width. */
  private Node steps(TensorId at, Node embedded, Timeline time) throws Problem {
    int first = next;
    next += time.steps();
    Optional<Node> before =
        plan.feed() == AttentionFeed.OWN_STEP
            ? Optional.of(asked(at, states[states.length - 1].hidden(), embedded.rows(), first))
            : Optional.empty();
    Node x = read(at, embedded, time, before);
    for (int number = 0; number < states.length; number++) {
      x = layer(number, first, at, x, time);
    }
    Node hidden = at.equals(ROOT) ? time.states(graph, at.child("states"), x) : x;
    return output(at, hidden, before, first);
  }

  /** What a step reads: the bottleneck, what is fed, and the token. */
  private Node read(TensorId at, Node embedded, Timeline time, Optional<Node> context)
      throws Problem {
    List<Node> parts = new ArrayList<>();
    if (plan.peeky()) {
      parts.add(repeated(at.child("peek"), time.bySteps(), new Repeat(time.steps(), false)));
    }
    fed.ifPresent(parts::add);
    context.ifPresent(parts::add);
    parts.add(embedded);
    return beside(at.child("read"), parts, embedded.rows());
  }

  private Node repeated(TensorId id, Axis rows, Repeat repeat) throws Problem {
    return repeat.times() == 1
        ? bottleneck
        : graph.record(id, repeat, rows, bottleneck.columns(), bottleneck);
  }

  private Node beside(TensorId id, List<Node> parts, Axis rows) throws Problem {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int width = parts.stream().mapToInt(part -> part.columns().size()).sum();
    return graph.tape().record(id, new Concat(), rows, Axis.features(width), parts);
  }

  private Node layer(int number, int first, TensorId at, Node x, Timeline time) throws Problem {
    RecurrentLayer layer = plan.stack().layer();
    TensorId id = ROOT.child(number);
    TensorId own = at.equals(ROOT) ? id : id.child("step").child(first);
    Node projected = layer.project(graph, id, own.child("projected"), x);
    Node[] hidden = new Node[time.steps()];
    for (int i = 0; i < hidden.length; i++) {
      states[number] =
          layer.step(
              graph,
              id,
              first + i,
              projected,
              i * time.samples(),
              states[number],
              Resting.NONE,
              time.step(i));
      hidden[i] = states[number].hidden();
    }
    Node all = at.equals(ROOT) ? stacked(own.child("hidden"), hidden, time) : hidden[0];
    return plan.stack().between(graph, own, number, x, all);
  }

  private Node stacked(TensorId id, Node[] parts, Timeline time) throws Problem {
    return graph
        .tape()
        .record(id, new StackRows(), time.bySteps(), parts[0].columns(), Arrays.asList(parts));
  }

  /** What is projected onto the vocabulary, rows sample after sample. */
  private Node output(TensorId at, Node hidden, Optional<Node> asked, int first) throws Problem {
    List<Node> parts = new ArrayList<>();
    if (plan.peeky()) {
      Repeat repeat = new Repeat(hidden.rows().length(), true);
      parts.add(repeated(at.child("peeked"), hidden.rows(), repeat));
    }
    Optional<Node> context =
        asked.isPresent() || memory.isEmpty()
            ? asked
            : Optional.of(asked(at, hidden, hidden.rows(), first));
    context.ifPresent(parts::add);
    parts.add(hidden);
    Node joined = beside(at.child("joined"), parts, hidden.rows());
    Node output = plan.attentional().isEmpty() ? joined : attentional(at, joined);
    if (plan.feed() == AttentionFeed.NEXT_STEP) {
      fed = plan.attentional().isEmpty() ? context : Optional.of(output);
    }
    return output;
  }

  /** The context that attention finds for some queries. */
  private Node asked(TensorId at, Node queries, Axis asking, int first) throws Problem {
    return plan.attention()
        .orElseThrow()
        .apply(graph, at.child("attention"), memory.orElseThrow(), queries, asking, first);
  }

  /** tanh(W_c[c; h]). */
  private Node attentional(TensorId at, Node joined) throws Problem {
    Node combined =
        Linear.of(plan.attentional().orElseThrow(), false)
            .apply(graph, at.child("combined"), ROOT.child("combined"), joined);
    return graph.record(
        at.child("attentional"), Activation.TANH, combined.rows(), combined.columns(), combined);
  }

  /**
   * What single steps have put out, as one matrix, sample after sample; and the weights of all
   * steps, {@code decoder.attention.weights}.
   *
   * @param results of every step, B x width
   */
  public Node gather(List<Node> results, Timeline time) throws Problem {
    if (memory.isPresent()) {
      List<Node> weights = new ArrayList<>();
      for (int step = 0; step < time.steps(); step++) {
        TensorId id = ROOT.child("step").child(step).child("attention.weights");
        weights.add(graph.tape().find(id).orElseThrow());
      }
      Timeline queries = Timeline.full(time.tokens().queries());
      gather(ROOT.child("attention.weights"), weights, queries);
    }
    return gather(ROOT.child("output"), results, time);
  }

  private Node gather(TensorId id, List<Node> parts, Timeline time) throws Problem {
    if (time.samples() == 1) {
      return stacked(id, parts.toArray(Node[]::new), time);
    }
    Node bySteps = stacked(id.child("by-step"), parts.toArray(Node[]::new), time);
    return time.bySamples(graph, id, bySteps);
  }
}
