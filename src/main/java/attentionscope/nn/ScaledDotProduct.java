package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Add;
import attentionscope.op.Scale;
import attentionscope.op.Scores;
import attentionscope.op.Softmax;
import attentionscope.op.WeightedSum;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/**
 * Scaled dot-product attention of one head: softmax(Q·Kᵀ / √d_k + mask)·V (Vaswani et al. 2017,
 * equation 1). Nodes: {@code <id>.scores}, {@code <id>.scaled} where they are, {@code <id>.biased}
 * where there is a bias, {@code <id>.masked}, {@code <id>.weights}, {@code <id>.output}.
 *
 * @param scale what scores are divided by, √d_k in the paper; empty leaves them
 */
public record ScaledDotProduct(Optional<Scale> scale) {

  /**
   * @param q B·T_q x d_k
   * @param k B·T_k x d_k
   * @param v B·T_k x d_v
   * @param bias (B·T_q) x T_k, added to the scaled scores
   * @param mask (B·T_q) x T_k, added last
   * @return B·T_q x d_v
   */
  public Node apply(
      Graph graph, TensorId id, Node q, Node k, Node v, Optional<Node> bias, Node mask)
      throws Problem {
    Axis queries = q.rows().queries();
    Axis keys = k.rows().keyColumns();
    int samples = queries.samples();
    Node now = // (B·T_q) x T_k from here to the weights
        graph.record(id.child("scores"), new Scores(samples), queries, keys, q, k);
    if (scale.isPresent()) {
      now = graph.record(id.child("scaled"), scale.get(), queries, keys, now);
    }
    if (bias.isPresent()) {
      now = graph.record(id.child("biased"), Add.BIAS, queries, keys, now, bias.get());
    }
    Node masked = graph.record(id.child("masked"), Add.MASK, queries, keys, now, mask);
    Node weights = graph.record(id.child("weights"), new Softmax(), queries, keys, masked);
    return graph.record(
        id.child("output"),
        new WeightedSum(samples),
        queries,
        v.columns(),
        graph.dropout(id, weights),
        v);
  }
}
