package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Given;
import attentionscope.op.Lookup;
import attentionscope.op.Scale;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Tokens become vectors. Nodes: {@code <side>.tokens} (ids), {@code <side>.embedding} (rows of the
 * table) and, where it is asked for, {@code <side>.scaled} (× √d_model).
 *
 * @param table the id of the table; both sides name the same where they share it
 * @param vocabulary how many rows the table has
 * @param width d_model
 * @param scaled whether rows are multiplied by √d_model
 */
public record Embedding(TensorId table, int vocabulary, int width, boolean scaled) {

  /** Ids become B·T x d_model. */
  public Node apply(Graph graph, TensorId side, Axis tokens, List<Integer> ids) throws Problem {
    Node idNode = tokens(graph, side, tokens, ids, vocabulary);
    Node rows = table(graph);
    Node embedding =
        graph.record(side.child("embedding"), new Lookup(), tokens, rows.columns(), rows, idNode);
    if (!scaled) {
      return embedding;
    }
    return graph.record(
        side.child("scaled"),
        Scale.timesRootOfModelWidth(width),
        tokens,
        rows.columns(),
        embedding);
  }

  /** The table itself, vocabulary x d_model: an output projection may be tied to it. */
  public Node table(Graph graph) throws Problem {
    return graph.parameter(
        table,
        Axis.of(Axis.Role.VOCABULARY, vocabulary),
        Axis.features(width),
        Parameters.Kind.TABLE);
  }

  /**
   * The node {@code <side>.tokens}: ids, B·T x 1.
   *
   * @throws Problem when an id is not in the vocabulary
   */
  public static Node tokens(
      Graph graph, TensorId side, Axis tokens, List<Integer> ids, int vocabulary) throws Problem {
    FMatrixRMaj column = new FMatrixRMaj(ids.size(), 1);
    for (int t = 0; t < ids.size(); t++) {
      if (ids.get(t) < 0 || ids.get(t) >= vocabulary) {
        throw new Problem("nn.problem.no-token", ids.get(t), vocabulary - 1);
      }
      column.set(t, 0, ids.get(t));
    }
    return graph.record(
        side.child("tokens"),
        new Given("tokens", column, new Origin.Typed()),
        tokens,
        Axis.single());
  }

  /** Positions as ids. */
  static Node positions(Graph graph, TensorId id, Axis rows, Places places) throws Problem {
    FMatrixRMaj column = new FMatrixRMaj(rows.size(), 1);
    for (int row = 0; row < rows.size(); row++) {
      column.set(row, 0, places.of(rows, row));
    }
    return graph.record(id, new Given("positions", column, new Origin.Rule()), rows, Axis.single());
  }
}
