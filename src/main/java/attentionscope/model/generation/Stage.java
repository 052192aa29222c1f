package attentionscope.model.generation;

/**
 * The probabilities of all tokens at one stage of a choice.
 *
 * @see NextToken
 */
public final class Stage {

  /** What was done last. */
  public enum Kind {
    /** Softmax over the model's scores. */
    MODEL,
    /** What may not be written is left out. */
    ALLOWED,
    /** Scores are divided by the temperature. */
    TEMPERATURE,
    /** All but the k likeliest are left out. */
    TOP_K,
    /** All but the fewest that together are likely enough are left out. */
    TOP_P
  }

  private final Kind kind;
  private final float[] scores;
  private final double[] shares;

  Stage(Kind kind, float[] scores) {
    this.kind = kind;
    this.scores = scores.clone();
    shares = Probabilities.softmax(scores);
  }

  public Kind kind() {
    return kind;
  }

  /** How many tokens there are. */
  public int size() {
    return shares.length;
  }

  /** The probability of a token. */
  public double share(int token) {
    return shares[token];
  }

  /** The score of a token; −∞ where it was left out. */
  public float score(int token) {
    return scores[token];
  }

  public boolean isLeftOut(int token) {
    return scores[token] == Float.NEGATIVE_INFINITY;
  }

  /** How many tokens could still come. */
  public int left() {
    int left = 0;
    for (float score : scores) {
      left += score > Float.NEGATIVE_INFINITY ? 1 : 0;
    }
    return left;
  }

  /** Where the share of a token begins when shares are laid end to end in the order of ids. */
  public double from(int token) {
    double from = 0;
    for (int before = 0; before < token; before++) {
      from += shares[before];
    }
    return from;
  }
}
