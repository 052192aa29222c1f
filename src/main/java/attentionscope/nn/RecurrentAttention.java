package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.op.Add;
import attentionscope.op.AdditiveScores;
import attentionscope.op.Gaussian;
import attentionscope.op.Given;
import attentionscope.op.HardChoice;
import attentionscope.op.Multiply;
import attentionscope.op.Near;
import attentionscope.op.Scale;
import attentionscope.op.Scores;
import attentionscope.op.Softmax;
import attentionscope.op.WeightedSum;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import org.ejml.data.FMatrixRMaj;

/**
 * Attention over the states of an encoder (Bahdanau et al. 2014; Luong et al. 2015). The query is
 * the decoder's state of the step itself, as in Luong, or the one before, as in Bahdanau. Nodes,
 * for all steps at once or for one:
 *
 * <pre>
 *   query (projected, where the score projects)      keys (projected, once)
 *   scores ─ scaled ─ masked ─ (near) ─ weights ─ (faded) ─ (choice) ─ context
 * </pre>
 *
 * Parameters: {@code query.weight}, {@code keys.weight|bias}, {@code scores.weight} (v), of a
 * predicted window {@code middle.hidden.weight} and {@code middle.weight}.
 *
 * @param score how well a query and a key fit
 * @param width d_a of the scores that project both
 * @param window which states are looked at
 * @param choice what the weights are used for
 */
public record RecurrentAttention(
    AttentionScore score, int width, AttentionWindow window, AttentionChoice choice) {

  /**
   * What all steps look at.
   *
   * @param id of the attention, such as {@code decoder.attention}: parameters are called by it
   * @param keys B·T_k x d_k, projected where the score projects
   * @param values B·T_k x d_v
   * @param time which of them are padding
   */
  public record Memory(TensorId id, Node keys, Node values, Timeline time) {}

  /** Everything to be done once, before the first step. */
  public Memory over(Graph graph, TensorId id, Node states, Timeline time) throws Problem {
    Node keys =
        switch (score) {
          case ADDITIVE -> Linear.of(width, true).apply(graph, id.child("keys"), states);
          case CONCAT -> Linear.of(width, false).apply(graph, id.child("keys"), states);
          case DOT, SCALED_DOT, GENERAL -> states;
        };
    return new Memory(id, keys, states, time);
  }

  /**
   * The context of some neighbouring steps.
   *
   * @param id the nodes' own place; the memory's, where all steps are computed at once
   * @param queries B·T x d, sample after sample
   * @param asking what the queries are for, B·T: the tokens that the steps read
   * @param first the number of the first step
   * @return B·T x d_v
   */
  public Node apply(Graph graph, TensorId id, Memory memory, Node queries, Axis asking, int first)
      throws Problem {
    Axis rows = asking.queries();
    Axis keys = memory.keys().rows().keyColumns();
    Node scores = scores(graph, id, memory, queries, rows, keys); // (B·T) x T_k from here on
    Node mask =
        graph.mask(id.child("mask"), mask(memory.time(), rows, first), rows, memory.keys().rows());
    Node masked = graph.record(id.child("masked"), Add.MASK, rows, keys, scores, mask);
    Node weights = weights(graph, id, memory, queries, masked);
    if (choice.kind() != AttentionChoice.Kind.SOFT) {
      HardChoice hard = new HardChoice(choice.draw(first));
      weights = graph.record(id.child("choice"), hard, rows, keys, weights);
    }
    Node values = memory.values();
    WeightedSum sum = new WeightedSum(rows.samples());
    return graph.record(id.child("context"), sum, rows, values.columns(), weights, values);
  }

  private Node scores(Graph graph, TensorId id, Memory memory, Node queries, Axis rows, Axis keys)
      throws Problem {
    int samples = rows.samples();
    TensorId scores = id.child("scores");
    return switch (score) {
      case DOT -> graph.record(scores, new Scores(samples), rows, keys, queries, memory.keys());
      case SCALED_DOT -> {
        Node plain = graph.record(scores, new Scores(samples), rows, keys, queries, memory.keys());
        Scale scale = Scale.byRootOfKeyWidth(queries.columns().size());
        yield graph.record(id.child("scaled"), scale, rows, keys, plain);
      }
      case GENERAL -> {
        Node query = query(graph, id, memory, queries, memory.keys().columns());
        yield graph.record(scores, new Scores(samples), rows, keys, query, memory.keys());
      }
      case ADDITIVE, CONCAT -> {
        Node query = query(graph, id, memory, queries, Axis.features(width));
        Node v =
            graph.parameter(
                memory.id().child("scores.weight"),
                Axis.features(width),
                Axis.single(),
                Parameters.Kind.WEIGHT);
        yield graph.record(
            scores, new AdditiveScores(samples), rows, keys, query, memory.keys(), v);
      }
    };
  }

  private static Node query(Graph graph, TensorId id, Memory memory, Node queries, Axis columns)
      throws Problem {
    return new Linear(columns, false)
        .apply(graph, id.child("query"), memory.id().child("query"), queries);
  }

  /** Padding is hidden, and what a window that goes along does not show. */
  private FMatrixRMaj mask(Timeline time, Axis rows, int first) {
    FMatrixRMaj mask = Masks.padding(time.samples(), rows.length(), time.padding());
    if (window.kind() == AttentionWindow.Kind.MONOTONIC) {
      for (int row = 0; row < mask.numRows; row++) {
        // beyond the last token the window stays there, so that no row is hidden whole
        int last = Math.max(0, time.length(rows.sampleOf(row)) - 1);
        int middle = Math.min(first + row % rows.length(), last);
        for (int key = 0; key < mask.numCols; key++) {
          if (Math.abs(key - middle) > window.reach()) {
            mask.set(row, key, Float.NEGATIVE_INFINITY);
          }
        }
      }
    }
    return mask;
  }

  private Node weights(Graph graph, TensorId id, Memory memory, Node queries, Node masked)
      throws Problem {
    Axis rows = masked.rows();
    Axis keys = masked.columns();
    if (window.kind() != AttentionWindow.Kind.PREDICTED) {
      return graph.record(id.child("weights"), new Softmax(), rows, keys, masked);
    }
    Node middle = middle(graph, id, memory, queries);
    Near near = new Near(keys.size(), window.reach());
    Node window = graph.record(id.child("window"), near, rows, keys, middle);
    Node seen = graph.record(id.child("near"), Add.MASK, rows, keys, masked, window);
    Node weights = graph.record(id.child("weights"), new Softmax(), rows, keys, seen);
    Gaussian fading = Gaussian.ofReach(this.window.reach());
    return graph.record(id.child("faded"), fading, rows, keys, weights, middle);
  }

  /** p = S · σ(tanh(s·W) · v): a place among the S tokens of the sample. */
  private Node middle(Graph graph, TensorId id, Memory memory, Node queries) throws Problem {
    TensorId own = id.child("middle");
    TensorId parameters = memory.id().child("middle");
    Axis rows = queries.rows();
    Node hidden =
        new Linear(Axis.features(queries.columns().size()), false)
            .apply(graph, own.child("hidden"), parameters.child("hidden"), queries);
    Node bent =
        graph.record(own.child("activated"), Activation.TANH, rows, hidden.columns(), hidden);
    Node place =
        new Linear(Axis.single(), false).apply(graph, own.child("place"), parameters, bent);
    Node share = graph.record(own.child("share"), Activation.SIGMOID, rows, Axis.single(), place);
    FMatrixRMaj lengths = new FMatrixRMaj(rows.size(), 1);
    for (int row = 0; row < lengths.numRows; row++) {
      lengths.set(row, 0, memory.time().length(rows.sampleOf(row)));
    }
    Node length =
        graph.record(
            own.child("length"),
            new Given("length", lengths, new Origin.Rule()),
            rows,
            Axis.single());
    return graph.record(own, new Multiply(), rows, Axis.single(), share, length);
  }
}
