package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.op.Add;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * What a layer is made of, and the way around each sublayer.
 *
 * @param attention of the self-attention; cross-attention is the same without positions
 * @param feedForward the other sublayer
 * @param norm of each sublayer
 * @param residuals where norms and sums stand
 */
public record LayerPlan(
    MultiHeadAttention attention, FeedForward feedForward, Norm norm, Residuals residuals) {

  /** Layers of the paper's style, with the norm last or first. */
  public LayerPlan(
      MultiHeadAttention attention,
      int dFf,
      Activation activation,
      boolean normFirst,
      float epsilon) {
    this(
        attention,
        new FeedForward(dFf, activation, true, false),
        new Norm(LayerStyle.NormKind.LAYER, epsilon),
        Residuals.of(normFirst));
  }

  /** What a sublayer does to its (possibly normalized) input. */
  @FunctionalInterface
  interface Sublayer {
    Node apply(Node x) throws Problem;
  }

  /**
   * Self-attention, what else is asked, then feed-forward; or self-attention and feed-forward side
   * by side.
   *
   * @param id of the layer
   * @param between what stands between them in a layer of a decoder over an encoder
   */
  Node apply(Graph graph, TensorId id, Node x, Sight sight, Sublayer between) throws Problem {
    TensorId self = id.child("self");
    TensorId last = id.child("feedforward");
    Sublayer attending = y -> attention.ofItself(graph, self, y, sight);
    Sublayer feeding = y -> feedForward.apply(graph, last, y);
    if (residuals == Residuals.PARALLEL_ONE_NORM) {
      Node normed = norm.apply(graph, self.child("norm"), x);
      Node asked = residual(graph, self, x, attending.apply(normed));
      return residual(graph, last, asked, feeding.apply(normed));
    }
    Node asked = between.apply(around(graph, self, x, attending));
    if (residuals == Residuals.PARALLEL) {
      Node fed = feeding.apply(norm.apply(graph, last.child("norm"), x));
      return residual(graph, last, asked, fed);
    }
    return around(graph, last, asked, feeding);
  }

  /** Nodes {@code <id>.norm} and {@code <id>.residual} around the sublayer's own. */
  Node around(Graph graph, TensorId id, Node x, Sublayer sublayer) throws Problem {
    if (residuals == Residuals.NORM_LAST) {
      return norm.apply(graph, id.child("norm"), residual(graph, id, x, sublayer.apply(x)));
    }
    Node normed = norm.apply(graph, id.child("norm"), x);
    Node passing = residuals == Residuals.NORM_KEPT ? normed : x;
    return residual(graph, id, passing, sublayer.apply(normed));
  }

  private static Node residual(Graph graph, TensorId id, Node x, Node result) throws Problem {
    Node dropped = graph.dropout(id, result);
    return graph.record(id.child("residual"), Add.RESIDUAL, x.rows(), x.columns(), x, dropped);
  }
}
