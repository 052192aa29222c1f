package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/** Self-attention, then feed-forward. */
record EncoderLayer(LayerPlan plan) {

  Node apply(Graph graph, TensorId id, Node x, Node mask) throws Problem {
    TensorId self = id.child("self");
    Node asked =
        plan.around(graph, self, x, y -> plan.attention().apply(graph, self, y, y, y, mask));
    return plan.feedForward(graph, id.child("feedforward"), asked);
  }
}
