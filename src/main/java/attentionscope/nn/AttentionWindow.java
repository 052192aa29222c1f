package attentionscope.nn;

/**
 * Which of the encoder's states a step may look at.
 *
 * @param kind how the window's middle is found
 * @param reach D: so many states on either side of the middle; without meaning where all are seen
 */
public record AttentionWindow(Kind kind, int reach) {

  /** How the window's middle is found. */
  public enum Kind {
    /** There is no window. */
    GLOBAL,
    /** The middle goes along: step t looks about state t (local-m, Luong et al. 2015). */
    MONOTONIC,
    /**
     * The middle is computed of the decoder's state, S·σ(v·tanh(W s)), and weights fade with the
     * distance from it (local-p, Luong et al. 2015, equations 9 and 10).
     */
    PREDICTED
  }

  /** All states, at every step. */
  public static final AttentionWindow GLOBAL = new AttentionWindow(Kind.GLOBAL, 0);

  public AttentionWindow {
    if (kind != Kind.GLOBAL && reach < 1) {
      throw new IllegalArgumentException("a window of reach " + reach);
    }
  }
}
