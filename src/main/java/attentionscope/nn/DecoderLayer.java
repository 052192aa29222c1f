package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/**
 * Masked self-attention, then cross-attention (queries from here, keys and values from the
 * encoder's output), then feed-forward. Where there is a past, its rows are asked, too; the
 * encoder's output is then read in the first step only.
 */
record DecoderLayer(LayerPlan plan) {

  Node apply(Graph graph, TensorId id, Node x, Optional<Node> memory, Node selfMask, Node crossMask)
      throws Problem {
    TensorId self = id.child("self");
    TensorId cross = id.child("cross");
    Node asked =
        plan.around(graph, self, x, y -> plan.attention().ofItself(graph, self, y, selfMask));
    Node answered =
        plan.around(
            graph, cross, asked, y -> plan.cross().ofMemory(graph, cross, y, memory, crossMask));
    return plan.feedForward(graph, id.child("feedforward"), answered);
  }
}
