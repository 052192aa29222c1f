package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Lookup;
import attentionscope.op.RowOrder;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/**
 * Rows that are words of a table, many more than there are words, as in a batch that is learned
 * from. Then every word is projected once, not every token: a row's product is the same bits
 * wherever the row stands. Only where nothing is changed by hand, so that a changed embedding is
 * always followed.
 *
 * @param table V x d
 * @param ids which word each row is
 */
record ReadWords(Node table, Node ids) {

  /** The words that rows are, where it pays to know. */
  static Optional<ReadWords> behind(Graph graph, Node x) throws Problem {
    Node looked = x.op() instanceof RowOrder ? x.input(0) : x;
    boolean pays =
        graph.tape().isPlain()
            && looked.op() instanceof Lookup
            && x.rows().samples() > 1
            && looked.input(0).rows().size() < x.rows().size();
    if (!pays) {
      return Optional.empty();
    }
    Node ids = looked.input(1);
    if (x.op() instanceof RowOrder order) {
      TensorId ordered = x.id().child("tokens");
      Optional<Node> known = graph.tape().find(ordered); // two directions read the same
      ids =
          known.isPresent()
              ? known.get()
              : graph.record(ordered, order, x.rows(), ids.columns(), ids);
    }
    return Optional.of(new ReadWords(looked.input(0), ids));
  }

  /** Nodes {@code <id>.words} (V x width) and {@code id}. */
  Node projected(Graph graph, Linear linear, TensorId id, TensorId parameters) throws Problem {
    Node words = linear.apply(graph, id.child("words"), parameters, table);
    return graph.record(id, new Lookup(), ids.rows(), words.columns(), words, ids);
  }
}
