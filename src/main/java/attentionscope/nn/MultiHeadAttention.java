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
    Node q = queries(graph, id, asking);
    return joined(graph, id, q, projected(graph, id, keys, values), mask);
  }

  /**
   * Self-attention. Where the graph has a past, keys and values of its rows come before those of x:
   * {@code …head.0.k.cache} and {@code …head.0.k.all}, and the mask is as wide.
   *
   * @param x B·T x d
   */
  Node ofItself(Graph graph, TensorId id, Node x, Node mask) throws Problem {
    Node q = queries(graph, id, x);
    Asked projected = projected(graph, id, x, x);
    if (graph.past().isEmpty()) {
      return joined(graph, id, q, projected, mask);
    }
    Past past = graph.past().get();
    Asked all =
        head -> {
          Pair own = projected.of(head);
          return new Pair(past.continued(graph, own.keys), past.continued(graph, own.values));
        };
    return joined(graph, id, q, all, mask);
  }

  /**
   * Attention over another sequence. Where the graph has a past, keys and values are computed in
   * the first step and kept.
   *
   * @param memory B·T_k x d; empty in all steps but the first
   */
  Node ofMemory(Graph graph, TensorId id, Node asking, Optional<Node> memory, Node mask)
      throws Problem {
    Node q = queries(graph, id, asking);
    if (memory.isEmpty()) {
      Past past = graph.past().orElseThrow();
      Asked kept =
          head -> {
            TensorId own = id.child("head").child(head);
            return new Pair(past.kept(graph, own.child("k")), past.kept(graph, own.child("v")));
          };
      return joined(graph, id, q, kept, mask);
    }
    Asked projected = projected(graph, id, memory.get(), memory.get());
    if (graph.past().isEmpty()) {
      return joined(graph, id, q, projected, mask);
    }
    Past past = graph.past().get();
    Asked keeping =
        head -> {
          Pair own = projected.of(head);
          past.keep(own.keys);
          past.keep(own.values);
          return own;
        };
    return joined(graph, id, q, keeping, mask);
  }

  /** What the queries of one head look at: B·T_k x d_k and B·T_k x d_v. */
  private record Pair(Node keys, Node values) {}

  /** Where a head's keys and values are from. */
  @FunctionalInterface
  private interface Asked {
    Pair of(int head) throws Problem;
  }

  private Node queries(Graph graph, TensorId id, Node asking) throws Problem {
    return Linear.of(heads * dK, bias).apply(graph, id.child("q"), asking); // B·T_q x h·d_k
  }

  private Asked projected(Graph graph, TensorId id, Node keys, Node values) throws Problem {
    Node k = Linear.of(heads * dK, bias).apply(graph, id.child("k"), keys); // B·T_k x h·d_k
    Node v = Linear.of(heads * dV, bias).apply(graph, id.child("v"), values); // B·T_k x h·d_v
    Axis rows = k.rows().keys();
    return head -> {
      TensorId own = id.child("head").child(head);
      Node headK = share(graph, own.child("k"), k, rows, head, dK); // B·T_k x d_k
      Node headV = share(graph, own.child("v"), v, rows, head, dV); // B·T_k x d_v
      return new Pair(positions.turn(graph, headK.id(), headK), headV);
    };
  }

  private Node joined(Graph graph, TensorId id, Node q, Asked asked, Node mask) throws Problem {
    List<Node> outputs = new ArrayList<>();
    for (int head = 0; head < heads; head++) {
      outputs.add(head(graph, id, head, q, asked, mask));
    }
    Node concat =
        graph
            .tape()
            .record(
                id.child("concat"),
                new Concat(),
                q.rows(),
                Axis.features(heads * dV), // B·T_q x h·d_v
                outputs);
    if (output.isEmpty()) {
      return concat;
    }
    return new Linear(output.get(), bias).apply(graph, id.child("output"), concat);
  }

  private Node head(Graph graph, TensorId attention, int head, Node q, Asked asked, Node mask)
      throws Problem {
    TensorId id = attention.child("head").child(head);
    Axis queries = q.rows().queries();
    Node headQ = share(graph, id.child("q"), q, queries, head, dK); // B·T_q x d_k
    Pair pair = asked.of(head);
    headQ = positions.turn(graph, headQ.id(), headQ);
    Axis keys = pair.keys.rows().keyColumns();
    Optional<Node> biased = positions.bias(graph, attention, head, heads, queries, keys);
    return new ScaledDotProduct(scaled)
        .apply(graph, id, headQ, pair.keys, pair.values, biased, mask);
  }

  private static Node share(Graph graph, TensorId id, Node x, Axis rows, int head, int width)
      throws Problem {
    return graph.record(id, new Columns(head * width, width), rows, Axis.features(width), x);
  }
}
