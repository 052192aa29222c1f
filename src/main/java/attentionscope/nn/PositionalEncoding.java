package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Add;
import attentionscope.op.Alibi;
import attentionscope.op.AlibiOfKeys;
import attentionscope.op.Buckets;
import attentionscope.op.Counting;
import attentionscope.op.Placed;
import attentionscope.op.PositionCode;
import attentionscope.op.Rotate;
import attentionscope.op.Sinusoid;
import attentionscope.op.Turning;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
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
  default Node turn(Graph graph, TensorId id, Node x, Places places) throws Problem {
    return x;
  }

  /**
   * The scores of one head.
   *
   * @param attention such as {@code encoder.0.self}
   * @param head of these
   * @param heads there are
   * @param queries the rows of the scores, B·T_q
   * @param keys their columns, T_k
   */
  record Scored(TensorId attention, int head, int heads, Axis queries, Axis keys) {

    /** {@code encoder.0.self.head.2.bias}. */
    TensorId bias() {
      return attention.child("head").child(head).child("bias");
    }
  }

  /** The bias of one head's scores, (B·T_q) x T_k. */
  default Optional<Node> bias(Graph graph, Scored scored, Sight sight) throws Problem {
    return Optional.empty();
  }

  /** Positions are not told apart. */
  record None() implements PositionalEncoding {}

  /**
   * Sine and cosine, added.
   *
   * @param layout where sines and cosines stand
   * @param base of the angles
   * @param narrowed how much less than the width the exponents are spread over: 2 in M2M100, else 0
   * @param recent the table of the last run, which the next one shares where it has the same size
   */
  record Sinusoidal(Sinusoid.Layout layout, double base, int narrowed, RecentTable recent)
      implements PositionalEncoding {

    /** The paper's angles. */
    public Sinusoidal(Sinusoid.Layout layout, double base) {
      this(layout, base, 0);
    }

    public Sinusoidal(Sinusoid.Layout layout, double base, int narrowed) {
      this(layout, base, narrowed, new RecentTable());
    }

    @Override
    public Node add(Graph graph, TensorId side, Node embeddings, Places places) throws Problem {
      Axis rows = embeddings.rows();
      int width = embeddings.columns().size();
      Sinusoid code =
          new Sinusoid(rows.samples(), rows.length(), width, layout, base, width - narrowed);
      return added(graph, side, embeddings, code, recent, places);
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
   * @param longest how many rows there are
   * @param unused how many of them are no token's, where positions do not begin with 0
   */
  record Learned(int longest, int unused) implements PositionalEncoding {

    /** All rows are for tokens. */
    public Learned(int longest) {
      this(longest, 0);
    }

    @Override
    public Node add(Graph graph, TensorId side, Node embeddings, Places places) throws Problem {
      Axis rows = embeddings.rows();
      if (places.end(rows) > longest) {
        int tokens = places.end(rows) - unused;
        throw new Problem("nn.problem.too-long", tokens, longest - unused);
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

  /**
   * Queries and keys turned; nodes {@code <head>.q.turned} and {@code <head>.k.turned}.
   *
   * @param turning how far
   * @param longest how many positions are turned so
   */
  record Rotary(Turning turning, int longest) implements PositionalEncoding {

    /** Texts of any length. */
    public Rotary(Turning turning) {
      this(turning, Integer.MAX_VALUE);
    }

    /** As in the paper: positions are taken as they are. */
    public Rotary(int turned, Rotate.Pairing pairing, double base) {
      this(new Turning(turned, pairing, base, 1));
    }

    @Override
    public Node turn(Graph graph, TensorId id, Node x, Places places) throws Problem {
      if (longest < Integer.MAX_VALUE && places.end(x.rows()) > longest) {
        throw new Problem("nn.problem.too-long-to-turn", places.end(x.rows()), longest);
      }
      Rotate rotate = new Rotate(turning, places.each(x.rows()), false);
      return graph.record(id.child("turned"), rotate, x.rows(), x.columns(), x);
    }
  }

  /**
   * Scores lowered in proportion to the distance; node {@code <head>.bias}.
   *
   * @param byKeys whether they are raised in proportion to the key's position instead, which counts
   *     only what is no padding (BLOOM); weights are the same
   */
  record LinearBias(boolean byKeys) implements PositionalEncoding {

    /** As in Press et al. 2022. */
    public LinearBias() {
      this(false);
    }

    @Override
    public Optional<Node> bias(Graph graph, Scored scored, Sight sight) throws Problem {
      Axis queries = scored.queries;
      int keys = scored.keys.length();
      float slope = Alibi.slopes(scored.heads).get(scored.head);
      Op alibi =
          byKeys
              ? new AlibiOfKeys(
                  queries.length(), counted(sight.padding(), queries.samples(), keys), keys, slope)
              : new Alibi(queries.samples(), queries.length(), keys, slope);
      return Optional.of(graph.record(scored.bias(), alibi, queries, scored.keys));
    }

    /** How many words there are before each key; 0 for padding. */
    private static List<Integer> counted(List<Boolean> padding, int samples, int keys) {
      List<Integer> positions = new ArrayList<>();
      for (int sample = 0; sample < samples; sample++) {
        int words = 0;
        for (int key = 0; key < keys; key++) {
          boolean padded = !padding.isEmpty() && padding.get(sample * keys + key);
          positions.add(padded ? 0 : words++);
        }
      }
      return positions;
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
    public Optional<Node> bias(Graph graph, Scored scored, Sight sight) throws Problem {
      TensorId shared = TensorId.of(scored.attention.segments().getFirst() + ".self.bias.weight");
      Node table =
          graph.parameter(
              shared,
              Axis.of(Axis.Role.POSITIONS, buckets),
              Axis.features(scored.heads),
              Parameters.Kind.TABLE);
      Axis queries = scored.queries;
      Buckets op =
          new Buckets(
              queries.samples(),
              queries.length(),
              scored.keys.length(),
              scored.head,
              buckets,
              farthest,
              bothWays);
      return Optional.of(graph.record(scored.bias(), op, queries, scored.keys, table));
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
    PositionCode placed = places.areCounted() ? code : new Placed(code, places.all(rows));
    Node position =
        graph.tape().recordKnown(id, placed, rows, embeddings.columns(), recent.of(placed));
    return graph.record(
        side.child("input"),
        Add.POSITION,
        embeddings.rows(),
        embeddings.columns(),
        embeddings,
        position);
  }
}
