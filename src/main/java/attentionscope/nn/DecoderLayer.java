package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * Masked self-attention, then cross-attention (queries from here, keys and values from the
 * encoder's output), then feed-forward.
 */
record DecoderLayer(LayerPlan plan) {

  Node apply(Graph graph, TensorId id, Node x, Node memory, Node selfMask, Node crossMask)
      throws Problem {
    TensorId self = id.child("self");
    TensorId cross = id.child("cross");
    Node asked =
        plan.around(graph, self, x, y -> plan.attention().apply(graph, self, y, y, y, selfMask));
    Node answered =
        plan.around(
            graph,
            cross,
            asked,
            y -> plan.cross().apply(graph, cross, y, memory, memory, crossMask));
    return plan.feedForward(graph, id.child("feedforward"), answered);
  }
}
