package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Activation;
import attentionscope.op.Multiply;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * The same two projections for every position, one activation between them: act(x W₁ + b₁) W₂ + b₂
 * (Vaswani et al. 2017, equation 2). Nodes: {@code hidden}, {@code activated}, {@code output}.
 *
 * <p>With a gate (Shazeer 2020) it is (act(x W_g) ⊙ x W₁) W₂, and there are the nodes {@code gate}
 * (x W_g, which is what the activation is of) and {@code gated} (the product) besides.
 *
 * @param width d_ff
 * @param activation relu in the paper
 * @param bias whether projections have biases
 * @param withGate whether there is a gate
 */
public record FeedForward(int width, Activation activation, boolean bias, boolean withGate) {

  Node apply(Graph graph, TensorId id, Node x) throws Problem {
    Node hidden = Linear.of(width, bias).apply(graph, id.child("hidden"), x); // T x d_ff
    Node bent = withGate ? Linear.of(width, bias).apply(graph, id.child("gate"), x) : hidden;
    Node activated =
        graph.record(id.child("activated"), activation, x.rows(), hidden.columns(), bent);
    Node passed =
        withGate
            ? graph.record(
                id.child("gated"), new Multiply(), x.rows(), hidden.columns(), activated, hidden)
            : activated;
    Node kept = graph.dropout(id.child("activated"), passed);
    return new Linear(x.columns(), bias).apply(graph, id.child("output"), kept); // T x d
  }
}
