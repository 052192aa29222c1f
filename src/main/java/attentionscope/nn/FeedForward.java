package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * The same two projections for every position, one activation between them: act(x W₁ + b₁) W₂ + b₂
 * (Vaswani et al. 2017, equation 2). Nodes: {@code hidden}, {@code activated}, {@code output}.
 *
 * @param width d_ff
 * @param activation relu in the paper
 */
record FeedForward(int width, Activation activation, boolean bias) {

  Node apply(Graph graph, TensorId id, Node x) throws Problem {
    Node hidden = Linear.of(width, bias).apply(graph, id.child("hidden"), x); // T x d_ff
    Node activated =
        graph.record(id.child("activated"), activation, x.rows(), hidden.columns(), hidden);
    Node kept = graph.dropout(id.child("activated"), activated);
    return new Linear(x.columns(), bias).apply(graph, id.child("output"), kept); // T x d
  }
}
