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
 */
public record Searched(List<Answer> answers, List<List<Integer>> sequences, List<Hypothesis> tree) {

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
