package attentionscope.model.generation;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * What was written word by word.
 *
 * @param sequences one a prompt: the prompt, what was written, and padding up to the longest
 * @param steps how it came about
 */
public record Written(List<List<Integer>> sequences, List<Step> steps) {

  public Written {
    sequences = sequences.stream().map(List::copyOf).toList();
    steps = List.copyOf(steps);
  }

  /**
   * One token more for every sequence that has not ended.
   *
   * @param samples which sequences these are, ascending
   * @param scores a row each: the scores of all tokens, −∞ for those that could not come
   * @param chosen the token that each got
   */
  public record Step(List<Integer> samples, FMatrixRMaj scores, List<Integer> chosen) {

    public Step {
      samples = List.copyOf(samples);
      chosen = List.copyOf(chosen);
    }

    /**
     * What could have come, the likeliest first.
     *
     * @param row which of {@code samples}
     * @param most how many are listed at most
     */
    public List<Candidate> likeliest(int row, int most) {
      float[] own = Probabilities.row(scores, row);
      double[] shares = Probabilities.softmax(own);
      return Arrays.stream(Probabilities.ranked(own))
          .limit(most)
          .filter(token -> shares[token] > 0)
          .mapToObj(token -> new Candidate(token, own[token], shares[token]))
          .toList();
    }
  }

  /**
   * A token that could come.
   *
   * @param score of it
   * @param probability among all that could come
   */
  public record Candidate(int token, float score, double probability) {}
}
