package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Columns;
import attentionscope.op.Concat;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Multi-head attention (Vaswani et al. 2017, section 3.2).
 *
 * <pre>
 *   x_q ─ W_Q ─ q ─┐ columns        scores ─ scaled ─ (biased) ─ masked ─ weights ─┐
 *   x_k ─ W_K ─ k ─┤ of each head → Q·Kᵀ     /√d_k               + mask    softmax  ├ output
 *   x_v ─ W_V ─ v ─┘                                                         V ─────┘
 *   concat of all heads ─ W_O ─ output
 * </pre>
 *
 * Projections are one large product for all heads; a head is a run of their columns. Where there is
 * no W_O the concat itself is the result.
 *
 * @param heads how many heads
 * @param dK width of a head's queries and keys, free of d_model
 * @param dV width of a head's values
 * @param output width of the result; empty leaves W_O out
 * @param bias whether projections have biases
 * @param scaled whether scores are divided by √d_k
 * @param positions applied to queries, keys and scores; {@code None} in cross-attention
 */
public record MultiHeadAttention(
    int heads,
    int dK,
    int dV,
    Optional<Axis> output,
    boolean bias,
    boolean scaled,
    PositionalEncoding positions) {

  /**
   * Queries from one matrix, keys and values from others, all of any width.
   *
   * @param asking B·T_q x d
   * @param keys B·T_k x d
   * @param values B·T_k x d
   * @param mask (B·T_q) x T_k, added to the scores
   * @return B·T_q x output width
   */
  public Node apply(Graph graph, TensorId id, Node asking, Node keys, Node values, Node mask)
      throws Problem {
    Node q = Linear.of(heads * dK, bias).apply(graph, id.child("q"), asking); // B·T_q x h·d_k
    Node k = Linear.of(heads * dK, bias).apply(graph, id.child("k"), keys); // B·T_k x h·d_k
    Node v = Linear.of(heads * dV, bias).apply(graph, id.child("v"), values); // B·T_k x h·d_v
    List<Node> outputs = new ArrayList<>();
    for (int head = 0; head < heads; head++) {
      outputs.add(head(graph, id, head, q, k, v, mask));
    }
    Node concat =
        graph
            .tape()
            .record(
                id.child("concat"),
                new Concat(),
                asking.rows(),
                Axis.features(heads * dV), // B·T_q x h·d_v
                outputs);
    if (output.isEmpty()) {
      return concat;
    }
    return new Linear(output.get(), bias).apply(graph, id.child("output"), concat);
  }

  private Node head(Graph graph, TensorId attention, int head, Node q, Node k, Node v, Node mask)
      throws Problem {
    TensorId id = attention.child("head").child(head);
    Axis queries = q.rows().queries();
    Axis keys = k.rows().keys();
    Node headQ = share(graph, id.child("q"), q, queries, head, dK); // B·T_q x d_k
    Node headK = share(graph, id.child("k"), k, keys, head, dK); // B·T_k x d_k
    Node headV = share(graph, id.child("v"), v, keys, head, dV); // B·T_k x d_v
    headQ = positions.turn(graph, headQ.id(), headQ);
    headK = positions.turn(graph, headK.id(), headK);
    Optional<Node> biased =
        positions.bias(graph, attention, head, heads, queries, k.rows().keyColumns());
    return new ScaledDotProduct(scaled).apply(graph, id, headQ, headK, headV, biased, mask);
  }

  private static Node share(Graph graph, TensorId id, Node x, Axis rows, int head, int width)
      throws Problem {
    return graph.record(id, new Columns(head * width, width), rows, Axis.features(width), x);
  }
}
