package attentionscope.model.generation;

import attentionscope.tensor.SplitMix;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** How one token is chosen of all that may come. */
public sealed interface Choice {

  /** The generator that draws, the same on every machine. */
  String GENERATOR = "L64X128MixRandom";

  /** The highest score; of equal ones the first token. */
  record Greedy() implements Choice {}

  /**
   * Drawn by chance. Scores are first divided by the temperature; then all but the highest are left
   * out; then all but the fewest that together are likely enough (Holtzman et al. 2020): the order
   * of Hugging Face's warpers.
   *
   * @param temperature above 0; 1 leaves scores as they are, less prefers high ones more
   * @param topK how many tokens are left at least; those that equal the last of them stay too; 0:
   *     all
   * @param topP above 0, at most 1: tokens are left out as long as the others' probabilities sum to
   *     this at least; 1: none
   * @param seed of what is drawn, by the generator {@link #GENERATOR}; each sequence draws for
   *     itself
   */
  record Sampled(double temperature, int topK, double topP, long seed) implements Choice {

    public Sampled {
      if (!(temperature > 0) || topK < 0 || !(topP > 0) || topP > 1) {
        throw new IllegalArgumentException(
            "temperature %s, top-k %d, top-p %s".formatted(temperature, topK, topP));
      }
    }

    /** Takes the scores away of what is left out, and divides the others. */
    void filter(float[] scores) {
      temper(scores);
      keepHighest(scores);
      keepLikely(scores);
    }

    /** What draws for one of several sequences. */
    RandomGenerator generator(int sequence) {
      return RandomGeneratorFactory.of(GENERATOR).create(seed + sequence * SplitMix.STEP);
    }

    /** The first step: scores are divided. */
    void temper(float[] scores) {
      if (temperature != 1) {
        for (int i = 0; i < scores.length; i++) {
          scores[i] /= (float) temperature;
        }
      }
    }

    /** The second step. */
    void keepHighest(float[] scores) {
      if (topK == 0 || topK >= scores.length) {
        return;
      }
      float least = scores[Probabilities.ranked(scores)[topK - 1]];
      for (int i = 0; i < scores.length; i++) {
        if (scores[i] < least) {
          scores[i] = Float.NEGATIVE_INFINITY;
        }
      }
    }

    /** The last: from the least likely on, as long as those left out have at most 1 − p. */
    void keepLikely(float[] scores) {
      if (topP == 1) {
        return;
      }
      double[] shares = Probabilities.softmax(scores);
      int[] ranked = Probabilities.ranked(scores);
      double left = 0;
      for (int rank = ranked.length - 1; rank > 0; rank--) {
        left += shares[ranked[rank]];
        if (left > 1 - topP) {
          return;
        }
        scores[ranked[rank]] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
