package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/** Self-attention, then feed-forward. Where there is a past, its rows are asked, too. */
record EncoderLayer(LayerPlan plan) {

  Node apply(Graph graph, TensorId id, Node x, Node mask) throws Problem {
    TensorId self = id.child("self");
    Node asked = plan.around(graph, self, x, y -> plan.attention().ofItself(graph, self, y, mask));
    return plan.feedForward(graph, id.child("feedforward"), asked);
  }
}
