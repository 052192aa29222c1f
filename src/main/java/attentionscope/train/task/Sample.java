package attentionscope.train.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One sample, in words. What its parts are is told by {@link Kind}.
 *
 * @param source what the model reads
 * @param target what it is to answer
 * @param judged the places of the target, ascending, by which an answer is judged right or wrong:
 *     all of them, or those that can be known (the second half of a repeated sequence)
 * @param choice the place where one of two words is right, if the task is about such a place
 */
public record Sample(
    List<String> source, List<String> target, List<Integer> judged, Optional<Choice> choice) {

  /**
   * A place where the likelier of two words is looked at: "the keys to the cabinet are", not "is".
   *
   * @param place place in the target
   * @param right the target's word there
   * @param wrong the word it must be likelier than
   */
  public record Choice(int place, String right, String wrong) {}

  public Sample {
    source = List.copyOf(source);
    target = List.copyOf(target);
    judged = List.copyOf(judged);
  }

  /** A sample judged by its whole target. */
  public Sample(List<String> source, List<String> target) {
    this(source, target, IntStream.range(0, target.size()).boxed().toList(), Optional.empty());
  }
}
