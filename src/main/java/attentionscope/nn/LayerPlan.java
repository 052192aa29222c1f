package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.op.Add;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * The choices that all layers of a stack share, and the way around each sublayer: LayerNorm(x +
 * Sublayer(x)) in the paper, x + Sublayer(LayerNorm(x)) with the norm first.
 *
 * @param attention of the self-attention; cross-attention is the same without positions
 * @param dFf width of the feed-forward's hidden layer
 * @param activation of the feed-forward
 * @param normFirst whether the norm stands before the sublayer
 * @param epsilon of the norms
 * @param style of norms and feed-forward; whether scores are scaled, the attention says
 */
public record LayerPlan(
    MultiHeadAttention attention,
    int dFf,
    Activation activation,
    boolean normFirst,
    float epsilon,
    LayerStyle style) {

  /** Layers of the paper's style. */
  public LayerPlan(
      MultiHeadAttention attention,
      int dFf,
      Activation activation,
      boolean normFirst,
      float epsilon) {
    this(attention, dFf, activation, normFirst, epsilon, LayerStyle.PAPER);
  }

  /** What a sublayer does to its (possibly normalized) input. */
  @FunctionalInterface
  interface Sublayer {
    Node apply(Node x) throws Problem;
  }

  /** Nodes {@code <id>.norm} and {@code <id>.residual} around the sublayer's own. */
  Node around(Graph graph, TensorId id, Node x, Sublayer sublayer) throws Problem {
    Norm norm = norm();
    if (normFirst) {
      Node result = sublayer.apply(norm.apply(graph, id.child("norm"), x));
      return residual(graph, id, x, result);
    }
    return norm.apply(graph, id.child("norm"), residual(graph, id, x, sublayer.apply(x)));
  }

  Norm norm() {
    return new Norm(style.norm(), epsilon);
  }

  Node feedForward(Graph graph, TensorId id, Node x) throws Problem {
    FeedForward feedForward =
        new FeedForward(dFf, activation, style.feedForwardBias(), style.gated());
    return around(graph, id, x, y -> feedForward.apply(graph, id, y));
  }

  /** The same attention over another sequence: nothing there has a place relative to a query. */
  MultiHeadAttention cross() {
    return new MultiHeadAttention(
        attention.heads(),
        attention.dK(),
        attention.dV(),
        attention.output(),
        attention.bias(),
        attention.scaled(),
        new PositionalEncoding.None());
  }

  private static Node residual(Graph graph, TensorId id, Node x, Node result) throws Problem {
    Node dropped = graph.dropout(id, result);
    return graph.record(id.child("residual"), Add.RESIDUAL, x.rows(), x.columns(), x, dropped);
  }
}
