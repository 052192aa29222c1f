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

  Node apply(Graph graph, TensorId id, Node x, Optional<Node> memory, Sight sight, Node crossMask)
      throws Problem {
    TensorId cross = id.child("cross");
    MultiHeadAttention crossing = plan.attention().withoutPositions();
    return plan.apply(
        graph,
        id,
        x,
        sight,
        asked ->
            plan.around(
                graph, cross, asked, y -> crossing.ofMemory(graph, cross, y, memory, crossMask)));
  }
}
