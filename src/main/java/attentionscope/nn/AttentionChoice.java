package attentionscope.nn;

import java.util.OptionalLong;

/**
 * How the context is made of the weights.
 *
 * @param kind of the choice
 * @param seed of the draws, without meaning elsewhere
 */
public record AttentionChoice(Kind kind, long seed) {

  /** Of the states, all by their weights or one alone (Xu et al. 2015, section 4). */
  public enum Kind {
    /** Every state by its weight. */
    SOFT,
    /** The one of the largest weight. */
    LARGEST,
    /** One, drawn with the weights as probabilities. */
    DRAWN
  }

  public static final AttentionChoice SOFT = new AttentionChoice(Kind.SOFT, 0);

  /**
   * The seed of the operation that chooses, where one is drawn.
   *
   * @param step each step computed by itself draws its own
   */
  OptionalLong draw(int step) {
    return kind == Kind.DRAWN ? OptionalLong.of(seed + step) : OptionalLong.empty();
  }
}
