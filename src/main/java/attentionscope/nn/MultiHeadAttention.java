package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Columns;
import attentionscope.op.Concat;
import attentionscope.op.Scale;
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
 * Projections are one large product for all heads; a head is a run of their columns, and heads that
 * share keys and values are runs of the same columns. Where there is no W_O the concat itself is
 * the result.
 *
 * @param heads how many heads, and how wide
 * @param output width of the result; empty leaves W_O out
 * @param biases which projections have biases
 * @param scale how scores are scaled, by √d_k in the paper; empty leaves them
 * @param positions applied to queries, keys and scores; {@code None} in cross-attention
 */
public record MultiHeadAttention(
    Heads heads,
    Optional<Axis> output,
    Biases biases,
    Optional<Scale> scale,
    PositionalEncoding positions) {

  /**
   * As in the paper: every head has keys of its own.
   *
   * @param heads how many heads
   * @param dK width of a head's queries and keys
   * @param dV width of a head's values
   * @param output width of the result; empty leaves W_O out
   * @param bias whether projections have biases
   * @param scaled whether scores are divided by √d_k
   * @param positions applied to queries, keys and scores
   */
  public MultiHeadAttention(
      int heads,
      int dK,
      int dV,
      Optional<Axis> output,
      boolean bias,
      boolean scaled,
      PositionalEncoding positions) {
    this(
        Heads.of(heads, dK, dV),
        output,
        Biases.all(bias),
        scaled ? Optional.of(Scale.byRootOfKeyWidth(dK)) : Optional.empty(),
        positions);
  }

  /** The same attention over another sequence: nothing there has a place relative to a query. */
  MultiHeadAttention withoutPositions() {
    return new MultiHeadAttention(heads, output, biases, scale, new PositionalEncoding.None());
  }

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
    Sight sight = Sight.of(mask);
    Node q = queries(graph, id, asking);
    return joined(graph, id, q, projected(graph, id, keys, values, sight), sight);
  }

  /**
   * Self-attention. Where the graph has a past, keys and values of its rows come before those of x:
   * {@code …head.0.k.cache} and {@code …head.0.k.all}, and the mask is as wide.
   *
   * @param x B·T x d
   */
  Node ofItself(Graph graph, TensorId id, Node x, Sight sight) throws Problem {
    Node q = queries(graph, id, x);
    Asked projected = projected(graph, id, x, x, sight);
    if (graph.past().isEmpty()) {
      return joined(graph, id, q, projected, sight);
    }
    Past past = graph.past().get();
    Asked all =
        head -> {
          Pair own = projected.of(head);
          return new Pair(past.continued(graph, own.keys), past.continued(graph, own.values));
        };
    return joined(graph, id, q, all, sight);
  }

  /**
   * Attention over another sequence. Where the graph has a past, keys and values are computed in
   * the first step and kept.
   *
   * @param memory B·T_k x d; empty in all steps but the first
   */
  Node ofMemory(Graph graph, TensorId id, Node asking, Optional<Node> memory, Node mask)
      throws Problem {
    Sight sight = Sight.of(mask);
    Node q = queries(graph, id, asking);
    if (memory.isEmpty()) {
      Past past = graph.past().orElseThrow();
      Asked kept =
          head -> {
            TensorId own = id.child("head").child(head);
            return new Pair(past.kept(graph, own.child("k")), past.kept(graph, own.child("v")));
          };
      return joined(graph, id, q, kept, sight);
    }
    Asked projected = projected(graph, id, memory.get(), memory.get(), sight);
    if (graph.past().isEmpty()) {
      return joined(graph, id, q, projected, sight);
    }
    Past past = graph.past().get();
    Asked keeping =
        head -> {
          Pair own = projected.of(head);
          past.keep(own.keys);
          past.keep(own.values);
          return own;
        };
    return joined(graph, id, q, keeping, sight);
  }

  /** What the queries of one head look at: B·T_k x d_k and B·T_k x d_v. */
  private record Pair(Node keys, Node values) {}

  /** Where a head's keys and values are from. */
  @FunctionalInterface
  private interface Asked {
    Pair of(int head) throws Problem;
  }

  private Node queries(Graph graph, TensorId id, Node asking) throws Problem {
    return Linear.of(heads.count() * heads.dK(), biases.asking())
        .apply(graph, id.child("q"), asking); // B·T_q x h·d_k
  }

  private Asked projected(Graph graph, TensorId id, Node keys, Node values, Sight sight)
      throws Problem {
    boolean bias = biases.asking();
    Node k = // B·T_k x h·d_k, of the heads that are asked
        Linear.of(heads.asked() * heads.dK(), bias).apply(graph, id.child("k"), keys);
    Node v = // B·T_k x h·d_v
        Linear.of(heads.asked() * heads.dV(), bias).apply(graph, id.child("v"), values);
    Axis rows = k.rows().keys();
    return head -> {
      TensorId own = id.child("head").child(head);
      int group = heads.group(head);
      Node headK = share(graph, own.child("k"), k, rows, group, heads.dK()); // B·T_k x d_k
      Node headV = share(graph, own.child("v"), v, rows, group, heads.dV()); // B·T_k x d_v
      return new Pair(positions.turn(graph, headK.id(), headK, sight.places()), headV);
    };
  }

  private Node joined(Graph graph, TensorId id, Node q, Asked asked, Sight sight) throws Problem {
    List<Node> outputs = new ArrayList<>();
    for (int head = 0; head < heads.count(); head++) {
      outputs.add(head(graph, id, head, q, asked, sight));
    }
    Node concat =
        graph
            .tape()
            .record(
                id.child("concat"),
                new Concat(),
                q.rows(),
                Axis.features(heads.count() * heads.dV()), // B·T_q x h·d_v
                outputs);
    if (output.isEmpty()) {
      return concat;
    }
    return new Linear(output.get(), biases.output()).apply(graph, id.child("output"), concat);
  }

  private Node head(Graph graph, TensorId attention, int head, Node q, Asked asked, Sight sight)
      throws Problem {
    TensorId id = attention.child("head").child(head);
    Axis queries = q.rows().queries();
    Node headQ = share(graph, id.child("q"), q, queries, head, heads.dK()); // B·T_q x d_k
    Pair pair = asked.of(head);
    headQ = positions.turn(graph, headQ.id(), headQ, sight.places());
    Axis keys = pair.keys.rows().keyColumns();
    PositionalEncoding.Scored scored =
        new PositionalEncoding.Scored(attention, head, heads.count(), queries, keys);
    Optional<Node> biased = positions.bias(graph, scored, sight);
    return new ScaledDotProduct(scale)
        .apply(graph, id, headQ, pair.keys, pair.values, biased, sight.mask());
  }

  private static Node share(Graph graph, TensorId id, Node x, Axis rows, int head, int width)
      throws Problem {
    return graph.record(id, new Columns(head * width, width), rows, Axis.features(width), x);
  }
}
