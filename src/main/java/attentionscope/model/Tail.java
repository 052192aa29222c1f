package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Linear;
import attentionscope.op.Activation;
import attentionscope.op.RowOrder;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.stream.IntStream;

/** Something that is made of hidden states besides a prediction of words. */
public sealed interface Tail {

  /** Records it behind the hidden states, B·T x d. */
  void apply(Graph graph, Node states) throws Problem;

  /**
   * One vector for a whole sequence: tanh(W h + b) of its first token (Devlin et al. 2019). Nodes
   * {@code pooler.first}, {@code pooler.hidden}, {@code pooler.output}, B x d.
   */
  record Pooler() implements Tail {
    private static final TensorId ID = TensorId.of("pooler");

    @Override
    public void apply(Graph graph, Node states) throws Problem {
      Axis tokens = states.rows();
      List<Integer> firsts =
          IntStream.range(0, tokens.samples()).map(s -> s * tokens.length()).boxed().toList();
      List<String> labels =
          tokens.labels().isEmpty()
              ? List.of()
              : firsts.stream().map(tokens.labels()::get).toList();
      Axis rows = new Axis(tokens.role(), Axis.Part.NONE, tokens.samples(), 1, labels);
      int width = states.columns().size();
      Node first =
          graph.record(
              ID.child("first"),
              new RowOrder(firsts, tokens.size()),
              rows,
              states.columns(),
              states);
      Node hidden = Linear.of(width, true).apply(graph, ID.child("hidden"), first);
      graph.record(ID.child("output"), Activation.TANH, rows, hidden.columns(), hidden);
    }
  }

  /**
   * For each token a score of its having been replaced (Clark et al. 2020, ELECTRA). Nodes {@code
   * head.hidden}, {@code head.activated}, {@code logits} (B·T x 1) and {@code probabilities}.
   *
   * @param activation after the first projection
   */
  record Discriminator(Activation activation) implements Tail {
    @Override
    public void apply(Graph graph, Node states) throws Problem {
      int width = states.columns().size();
      Node hidden = Linear.of(width, true).apply(graph, Head.ID.child("hidden"), states);
      Node activated =
          graph.record(
              Head.ID.child("activated"), activation, states.rows(), hidden.columns(), hidden);
      Node logits = new Linear(Axis.single(), true).apply(graph, TensorId.of("logits"), activated);
      graph.record(
          TensorId.of("probabilities"),
          Activation.SIGMOID,
          logits.rows(),
          logits.columns(),
          logits);
    }
  }
}
