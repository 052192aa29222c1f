package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.LayerNorm;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * Layer normalization with parameters {@code <id>.gain} and {@code <id>.bias} (1 x d).
 *
 * @param epsilon added to the variance
 */
record Norm(float epsilon) {

  Node apply(Graph graph, TensorId id, Node x) throws Problem {
    Node gain = graph.parameter(id.child("gain"), Axis.single(), x.columns(), Parameters.Kind.GAIN);
    Node bias = graph.parameter(id.child("bias"), Axis.single(), x.columns(), Parameters.Kind.BIAS);
    return graph.record(id, new LayerNorm(epsilon), x.rows(), x.columns(), x, gain, bias);
  }
}
