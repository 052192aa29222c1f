package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Linear;
import attentionscope.nn.Norm;
import attentionscope.op.Activation;
import attentionscope.op.Scale;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/**
 * From hidden states to a score for each word.
 *
 * @param transform what stands before the output layer where a model predicts masked words
 * @param scale of what the output layer reads, {@code head.scaled} (T5: d_model^−½)
 * @param output the layer that ends in {@code logits}
 */
public record Head(Optional<Transform> transform, Optional<Scale> scale, OutputLayer output) {

  static final TensorId ID = TensorId.of("head");

  /** Nothing but the output layer. */
  public Head(OutputLayer output) {
    this(Optional.empty(), Optional.empty(), output);
  }

  /**
   * Nodes {@code head.hidden}, {@code head.activated} and {@code head.norm} (Devlin et al. 2019).
   *
   * @param width of all of them
   * @param activation after the projection
   * @param norm the last
   */
  public record Transform(int width, Activation activation, Norm norm) {
    Node apply(Graph graph, Node x) throws Problem {
      Node hidden = Linear.of(width, true).apply(graph, ID.child("hidden"), x);
      Node activated =
          graph.record(ID.child("activated"), activation, x.rows(), hidden.columns(), hidden);
      return norm.apply(graph, ID.child("norm"), activated);
    }
  }

  /** B·T x d becomes B·T x vocabulary. */
  Node apply(Graph graph, Node x) throws Problem {
    Node now = transform.isPresent() ? transform.get().apply(graph, x) : x;
    if (scale.isPresent()) {
      now = graph.record(ID.child("scaled"), scale.get(), now.rows(), now.columns(), now);
    }
    return output.apply(graph, now);
  }
}
