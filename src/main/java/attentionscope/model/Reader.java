package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Entrance;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.Past;
import attentionscope.nn.Places;
import attentionscope.nn.Sight;
import attentionscope.nn.Stack;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.OptionalInt;
import org.ejml.data.FMatrixRMaj;

/**
 * One sequence on its way through one stack.
 *
 * @param side what its matrices before the stack are called by: {@code source} or {@code target}
 * @param id of the stack: {@code encoder} or {@code decoder}
 * @param entrance how tokens become vectors
 * @param placing which position each token has
 * @param movable whether positions may be given with the tokens instead
 * @param steady whether positions stay as they are when the sequence becomes longer
 * @param sees what a token sees
 * @param stack the layers
 */
public record Reader(
    TensorId side,
    TensorId id,
    Entrance entrance,
    Placing placing,
    boolean movable,
    boolean steady,
    Sees sees,
    Stack stack) {

  /**
   * What a token sees.
   *
   * @param lookAhead whether the future is masked
   * @param window how many keys a query sees, itself among them; empty: all
   */
  public record Sees(boolean lookAhead, OptionalInt window) {

    /** Every token sees every other. */
    public static final Sees ALL = new Sees(false, OptionalInt.empty());

    /** Every token sees itself and what came before it. */
    public static final Sees BEFORE = new Sees(true, OptionalInt.empty());
  }

  /** B·T x d, what the first layer reads. */
  Node enter(Graph graph, String name, Tokens tokens) throws Problem {
    boolean typed = entrance.steps().stream().anyMatch(Entrance.Typed.class::isInstance);
    tokens.check(name, movable, typed);
    Axis.Role role =
        side.path().equals("target") ? Axis.Role.TARGET_TOKENS : Axis.Role.SOURCE_TOKENS;
    Entrance.About about = new Entrance.About(places(graph, tokens), tokens.types());
    return entrance.apply(graph, side, tokens.axis(role), tokens.ids(), about);
  }

  /**
   * What the tokens see: the mask is {@code <id>.self.mask}.
   *
   * @param x what they have become
   */
  Sight sight(Graph graph, Tokens tokens, Node x) throws Problem {
    Past past = graph.past().orElseGet(Past::none);
    List<Boolean> padding = past.padding(tokens.samples(), tokens.padding()); // of all B·T_k
    FMatrixRMaj hidden = hidden(tokens.samples(), tokens.length(), padding);
    Node mask = graph.mask(id.child("self.mask"), hidden, x.rows(), past.all(x.rows()));
    return new Sight(mask, places(graph, tokens), padding);
  }

  private Places places(Graph graph, Tokens tokens) {
    return tokens.places().isEmpty() || !movable
        ? placing.of(tokens, graph.past().orElseGet(Past::none))
        : Places.given(tokens.places());
  }

  private FMatrixRMaj hidden(int samples, int queries, List<Boolean> padding) {
    FMatrixRMaj hidden = Masks.padding(samples, queries, padding);
    if (!sees.lookAhead) {
      return Masks.evenWhereBlind(hidden);
    }
    int keys = padding.size() / samples;
    hidden = Masks.both(Masks.lookAhead(samples, queries, keys), hidden);
    if (sees.window.isPresent()) {
      int reach = sees.window.getAsInt();
      hidden = Masks.both(Masks.window(samples, queries, keys, reach), hidden);
    }
    return Masks.evenWhereBlind(hidden);
  }
}
