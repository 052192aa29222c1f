package attentionscope.model.generation;

import java.util.List;
import java.util.TreeSet;

/**
 * How repetitions are avoided.
 *
 * @param penalty above 0: scores of tokens that are there already are divided by it where they are
 *     above zero and multiplied where they are below (Keskar et al. 2019); 1 leaves them
 * @param length as many tokens in a row may not come twice; 0: they may
 */
public record Repeats(double penalty, int length) {

  /** They may come. */
  public static final Repeats ALLOWED = new Repeats(1, 0);

  public Repeats {
    if (!(penalty > 0) || length < 0) {
      throw new IllegalArgumentException("penalty %s, length %d".formatted(penalty, length));
    }
  }

  /**
   * Lowers the scores of what would repeat something.
   *
   * @param scores of the next token, changed
   * @param tokens everything before it
   */
  void apply(float[] scores, List<Integer> tokens) {
    if (penalty != 1) {
      float by = (float) penalty;
      for (int token : new TreeSet<>(tokens)) {
        scores[token] = scores[token] < 0 ? scores[token] * by : scores[token] / by;
      }
    }
    if (length > 0) {
      List<Integer> begun = tokens.subList(Math.max(0, tokens.size() - length + 1), tokens.size());
      for (int end = length; end <= tokens.size() && begun.size() == length - 1; end++) {
        if (tokens.subList(end - length, end - 1).equals(begun)) {
          scores[tokens.get(end - 1)] = Float.NEGATIVE_INFINITY;
        }
      }
    }
  }
}
