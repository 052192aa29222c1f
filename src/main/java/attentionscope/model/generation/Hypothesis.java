package attentionscope.model.generation;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One node of the tree that a beam search grows: a sequence and the token it ends in.
 *
 * @param number its place among all, in the order of the search
 * @param parent the number of the hypothesis that it continues by one token; none: the prompt
 * @param sample which prompt
 * @param step how many tokens were written before it
 * @param token its last one
 * @param logProbability of that token
 * @param sum of the logarithms of all its tokens' probabilities
 * @param normalized {@code sum} by its length, as the search compares finished ones: the score that
 *     it has if nothing follows
 * @param fate what became of it at that step
 * @param score {@code normalized} of a hypothesis that was taken up as finished or that was open at
 *     the end
 */
public record Hypothesis(
    int number,
    OptionalInt parent,
    int sample,
    int step,
    int token,
    float logProbability,
    float sum,
    double normalized,
    Fate fate,
    OptionalDouble score) {

  /** What becomes of a hypothesis at the step that made it. */
  public enum Fate {
    /** It is continued. */
    ALIVE,
    /** It has ended and is among the finished. */
    FINISHED,
    /** Others were better. */
    DROPPED
  }

  Hypothesis with(Fate fate) {
    return new Hypothesis(
        number, parent, sample, step, token, logProbability, sum, normalized, fate, score);
  }

  Hypothesis with(double score) {
    return new Hypothesis(
        number,
        parent,
        sample,
        step,
        token,
        logProbability,
        sum,
        normalized,
        fate,
        OptionalDouble.of(score));
  }
}
