package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Add;
import attentionscope.op.Given;
import attentionscope.op.Lookup;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * How tokens become the vectors that the first layer reads: a row of a table each, and then steps
 * in an order that differs from family to family.
 *
 * @param words the table of tokens
 * @param steps what is done with its rows, in this order
 */
public record Entrance(Embedding words, List<Step> steps) {

  public Entrance {
    steps = List.copyOf(steps);
  }

  /** The table's rows with their positions. */
  public Entrance(Embedding words, PositionalEncoding positions) {
    this(words, List.of(new Positioned(positions)));
  }

  /**
   * What is known of the tokens besides their ids.
   *
   * @param places their positions
   * @param types which kind of token each is, such as of which sentence; empty: nobody said
   */
  public record About(Places places, List<Integer> types) {
    public About {
      types = List.copyOf(types);
    }
  }

  /** Something that is done with all rows. */
  public sealed interface Step {
    /** B·T x d becomes B·T x d, or as wide as the step says. */
    Node apply(Graph graph, TensorId side, Node x, About about) throws Problem;
  }

  /** Positions are added: {@code <side>.position}, {@code <side>.input}. */
  public record Positioned(PositionalEncoding encoding) implements Step {
    @Override
    public Node apply(Graph graph, TensorId side, Node x, About about) throws Problem {
      return encoding.add(graph, side, x, about.places);
    }
  }

  /**
   * A learned row for each kind of token is added: {@code <side>.type} and {@code <side>.typed}
   * (segments, Devlin et al. 2019).
   *
   * @param table its id
   * @param kinds how many rows it has
   * @param always whether tokens are of kind 0 where nobody said; else nothing is added then
   */
  public record Typed(TensorId table, int kinds, boolean always) implements Step {
    @Override
    public Node apply(Graph graph, TensorId side, Node x, About about) throws Problem {
      if (about.types.isEmpty() && !always) {
        return x;
      }
      TensorId id = side.child("type");
      Node rows =
          graph.parameter(
              table, Axis.of(Axis.Role.FEATURES, kinds), x.columns(), Parameters.Kind.TABLE);
      Node type =
          graph.record(id, new Lookup(), x.rows(), x.columns(), rows, ids(graph, id, x, about));
      return graph.record(side.child("typed"), new Add("type"), x.rows(), x.columns(), x, type);
    }

    private Node ids(Graph graph, TensorId id, Node x, About about) throws Problem {
      int count = x.rows().size();
      List<Integer> types = about.types.isEmpty() ? Collections.nCopies(count, 0) : about.types;
      FMatrixRMaj column = new FMatrixRMaj(count, 1);
      for (int row = 0; row < count; row++) {
        if (types.get(row) < 0 || types.get(row) >= kinds) {
          throw new Problem("nn.problem.no-type", types.get(row), kinds - 1);
        }
        column.set(row, 0, types.get(row));
      }
      Given given = new Given("types", column, new Origin.Typed());
      return graph.record(id.child("ids"), given, x.rows(), Axis.single());
    }
  }

  /** Every row is normalized: {@code <side>.norm}. */
  public record Normed(Norm norm) implements Step {
    @Override
    public Node apply(Graph graph, TensorId side, Node x, About about) throws Problem {
      return norm.apply(graph, side.child("norm"), x);
    }
  }

  /** Rows get another width: {@code <side>.projected}. */
  public record Projected(int width, boolean bias) implements Step {
    @Override
    public Node apply(Graph graph, TensorId side, Node x, About about) throws Problem {
      return Linear.of(width, bias).apply(graph, side.child("projected"), x);
    }
  }

  /** Ids become B·T x d. */
  public Node apply(Graph graph, TensorId side, Axis tokens, List<Integer> ids, About about)
      throws Problem {
    Node x = words.apply(graph, side, tokens, ids);
    for (Step step : steps) {
      x = step.apply(graph, side, x, about);
    }
    return graph.dropout(side, x);
  }
}
