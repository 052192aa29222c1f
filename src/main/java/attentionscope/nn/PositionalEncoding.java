package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Add;
import attentionscope.op.Alibi;
import attentionscope.op.Buckets;
import attentionscope.op.Counting;
import attentionscope.op.Placed;
import attentionscope.op.PositionCode;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.Optional;

/**
 * How a model tells positions apart. Some add a code to the embeddings, some turn queries and keys,
 * some add a bias to the scores; a kind overrides the one of the three that it is.
 */
public sealed interface PositionalEncoding {

  /**
   * The embeddings with their positions: {@code <side>.position} and {@code <side>.input}.
   *
   * @param side {@code source} or {@code target}
   * @param embeddings B·T x d_model
   * @param places the positions of the rows
   */
  default Node add(Graph graph, TensorId side, Node embeddings, Places places) throws Problem {
    return embeddings;
  }

  /** The embeddings with their positions, which count from 0 in every sample. */
  default Node add(Graph graph, TensorId side, Node embeddings) throws Problem {
    return add(graph, side, embeddings, Places.COUNTED);
  }

  /** Whether a position's code stays as it is when the sequence becomes longer. */
  default boolean isSteady() {
    return true;
  }

  /** The queries or the keys of one head, turned by their positions. */
  default Node turn(Graph graph, TensorId id, Node x) throws Problem {
    return x;
  }

  /**
   * The bias of one head's scores.
   *
   * @param attention the attention, such as {@code encoder.0.self}
   * @param queries the rows of the scores, B·T_q
   * @param keys their columns, T_k
   */
  default Optional<Node> bias(
      Graph graph, TensorId attention, int head, int heads, Axis queries, Axis keys)
      throws Problem {
    return Optional.empty();
  }

  /** Positions are not told apart. */
  record None() implements PositionalEncoding {}

  /**
   * Sine and cosine, added.
   *
   * @param recent the table of the last run, which the next one shares where it has the same size
   */
  record Sinusoidal(Sinusoid.Layout layout, double base, RecentTable recent)
      implements PositionalEncoding {
    public Sinusoidal(Sinusoid.Layout layout, double base) {
      this(layout, base, new RecentTable());
    }

    @Override
    public Node add(Graph graph, TensorId side, Node embeddings, Places places) throws Problem {
      Axis rows = embeddings.rows();
      return added(
          graph,
          side,
          embeddings,
          new Sinusoid(rows.samples(), rows.length(), embeddings.columns().size(), layout, base),
          recent,
          places);
    }
  }

  /** Plain numbers, added. */
  record Counted(Counting.Form form) implements PositionalEncoding {
    @Override
    public Node add(Graph graph, TensorId side, Node embeddings, Places places) throws Problem {
      Axis rows = embeddings.rows();
      return added(
          graph,
          side,
          embeddings,
          new Counting(rows.samples(), rows.length(), embeddings.columns().size(), form),
          new RecentTable(),
          places);
    }

    @Override
    public boolean isSteady() {
      return form != Counting.Form.NORMALISED;
    }
  }

  /**
   * One learned row a position, added; the table is {@code <side>.position.weight}.
   *
   * @param longest how many positions have a row
   */
  record Learned(int longest) implements PositionalEncoding {
    @Override
    public Node add(Graph graph, TensorId side, Node embeddings, Places places) throws Problem {
      Axis rows = embeddings.rows();
      if (places.end(rows) > longest) {
        throw new Problem("nn.problem.too-long", places.end(rows), longest);
      }
      TensorId id = side.child("position");
      Node table =
          graph.parameter(
              id.child("weight"),
              Axis.of(Axis.Role.POSITIONS, longest),
              embeddings.columns(),
              Parameters.Kind.TABLE);
      Node ids = Embedding.positions(graph, id.child("ids"), rows, places);
      Node position =
          graph.record(id, new attentionscope.op.Lookup(), rows, embeddings.columns(), table, ids);
      return graph.record(
          side.child("input"), Add.POSITION, rows, embeddings.columns(), embeddings, position);
    }
  }

  /** Queries and keys turned; nodes {@code <head>.q.turned} and {@code <head>.k.turned}. */
  record Rotary(int turned, Rotate.Pairing pairing, double base) implements PositionalEncoding {
    @Override
    public Node turn(Graph graph, TensorId id, Node x) throws Problem {
      int from = graph.past().map(Past::length).orElse(0);
      Rotate rotate = new Rotate(x.rows().length(), from, turned, pairing, base);
      return graph.record(id.child("turned"), rotate, x.rows(), x.columns(), x);
    }
  }

  /** Scores lowered in proportion to the distance; node {@code <head>.bias}. */
  record LinearBias() implements PositionalEncoding {
    @Override
    public Optional<Node> bias(
        Graph graph, TensorId attention, int head, int heads, Axis queries, Axis keys)
        throws Problem {
      Alibi alibi =
          new Alibi(
              queries.samples(), queries.length(), keys.length(), Alibi.slopes(heads).get(head));
      return Optional.of(
          graph.record(attention.child("head").child(head).child("bias"), alibi, queries, keys));
    }
  }

  /**
   * A learned bias for each bucket of distances; the layers of one stack share the table {@code
   * <stack>.self.bias.weight} (buckets x heads).
   *
   * @param bothWays whether keys ahead have buckets of their own, as in an encoder
   */
  record RelativeBuckets(int buckets, int farthest, boolean bothWays)
      implements PositionalEncoding {
    @Override
    public Optional<Node> bias(
        Graph graph, TensorId attention, int head, int heads, Axis queries, Axis keys)
        throws Problem {
      TensorId shared = TensorId.of(attention.segments().getFirst() + ".self.bias.weight");
      Node table =
          graph.parameter(
              shared,
              Axis.of(Axis.Role.POSITIONS, buckets),
              Axis.features(heads),
              Parameters.Kind.TABLE);
      Buckets op =
          new Buckets(
              queries.samples(),
              queries.length(),
              keys.length(),
              head,
              buckets,
              farthest,
              bothWays);
      return Optional.of(
          graph.record(
              attention.child("head").child(head).child("bias"), op, queries, keys, table));
    }
  }

  private static Node added(
      Graph graph,
      TensorId side,
      Node embeddings,
      PositionCode code,
      RecentTable recent,
      Places places)
      throws Problem {
    Axis rows = embeddings.rows();
    TensorId id = side.child("position");
    Node position =
        places.areCounted()
            ? graph.tape().recordKnown(id, code, rows, embeddings.columns(), recent.of(code))
            : graph.record(id, new Placed(code, places.all(rows)), rows, embeddings.columns());
    return graph.record(
        side.child("input"),
        Add.POSITION,
        embeddings.rows(),
        embeddings.columns(),
        embeddings,
        position);
  }
}
