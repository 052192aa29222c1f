package attentionscope.model.generation;

/**
 * The choices of a beam search.
 *
 * @param beams hypotheses that are continued at each step
 * @param returned finished ones that are given back, at most as many
 * @param lengthPenalty power of the length by which sums are divided: 0 leaves them, and the
 *     larger, the more long sequences are preferred
 * @param stopping when enough have finished
 * @param length what the length is
 */
public record BeamPlan(
    int beams, int returned, double lengthPenalty, Stopping stopping, Length length) {

  /** When the search ends, once there are as many finished hypotheses as beams. */
  public enum Stopping {
    /** At once (Hugging Face's {@code early_stopping=True}). */
    EARLY,
    /** When no open one would be better as long as it is now ({@code False}). */
    USUAL,
    /** When no open one can ever be better, however long it becomes ({@code "never"}). */
    NEVER
  }

  /** What sums are divided by a power of. */
  public enum Length {
    /** The tokens written, the end included: Hugging Face since 4.36. */
    WRITTEN,
    /** All tokens, those before included and the end not: Hugging Face up to 4.35. */
    ALL
  }

  public BeamPlan {
    if (beams < 1 || returned < 1 || returned > beams) {
      throw new IllegalArgumentException("%d of %d beams".formatted(returned, beams));
    }
  }

  /** The usual choices. */
  public static BeamPlan of(int beams) {
    return new BeamPlan(beams, 1, 1, Stopping.USUAL, Length.WRITTEN);
  }

  /**
   * The score of a finished hypothesis.
   *
   * @param sum of its tokens' log-probabilities
   * @param prompt tokens before
   * @param written tokens written, without the end
   * @param ended whether there is an end
   */
  double score(float sum, int prompt, int written, boolean ended) {
    return switch (length) {
      case WRITTEN -> by(sum, written + (ended ? 1 : 0));
      case ALL -> by(sum, prompt + written);
    };
  }

  /**
   * The best score that an open hypothesis is taken to reach.
   *
   * @param sum the best
   * @param prompt tokens before
   * @param written tokens written, the last of this step included
   * @param most tokens that may be written
   */
  double attainable(float sum, int prompt, int written, int most) {
    int reached = stopping == Stopping.NEVER && lengthPenalty > 0 ? most : written;
    return by(sum, length == Length.ALL ? prompt + reached : reached);
  }

  private double by(float sum, int length) {
    return sum / StrictMath.pow(length, lengthPenalty);
  }
}
