package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/** Self-attention, then feed-forward. Where there is a past, its rows are asked, too. */
record EncoderLayer(LayerPlan plan) {

  Node apply(Graph graph, TensorId id, Node x, Sight sight) throws Problem {
    return plan.apply(graph, id, x, sight, asked -> asked);
  }
}
