package attentionscope.model.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a beam search has found.
 *
 * @param answers for each sample as many as were to be returned, the best first
 * @param sequences of the answers: the prompt, what was written, the end where it fits, and padding
 *     up to the longest
 * @param tree every hypothesis that was among the best at its step, in the order of the search
 * @param steps what each step of each sample kept
 */
public record Searched(
    List<Answer> answers, List<List<Integer>> sequences, List<Hypothesis> tree, List<Step> steps) {

  /**
   * One token more for the hypotheses of one sample.
   *
   * @param sample which prompt
   * @param step how many tokens were written before
   * @param candidates the best of all that could come, by their numbers in the tree, the likeliest
   *     first; their fates say which are continued
   * @param finished those that count as finished after it, the best first
   * @param attainable the best score that one still open is taken to reach
   * @param settled whether the search ends with it, because no open one counts any more
   */
  public record Step(
      int sample,
      int step,
      List<Integer> candidates,
      List<Integer> finished,
      double attainable,
      boolean settled) {
    public Step {
      candidates = List.copyOf(candidates);
      finished = List.copyOf(finished);
    }
  }

  /**
   * A finished sequence.
   *
   * @param sample which prompt
   * @param hypothesis its number in the tree: the one that ended, or that was open at the end
   * @param score by which it was compared
   */
  public record Answer(int sample, int hypothesis, double score) {}

  public Searched {
    answers = List.copyOf(answers);
    sequences = sequences.stream().map(List::copyOf).toList();
    tree = List.copyOf(tree);
    steps = List.copyOf(steps);
  }

  /** What a hypothesis has written, its own token last. */
  public List<Integer> written(int hypothesis) {
    List<Integer> tokens = new ArrayList<>();
    OptionalInt now = OptionalInt.of(hypothesis);
    while (now.isPresent()) {
      Hypothesis one = tree.get(now.getAsInt());
      tokens.add(one.token());
      now = one.parent();
    }
    return tokens.reversed();
  }
}
