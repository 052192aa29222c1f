package attentionscope.model.generation;

import attentionscope.files.Problem;
import attentionscope.model.generation.NextTokens.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Beam search: at each step the best few sequences are continued by every token, and the best few
 * of all that come of it are kept; those that end are set aside, and the best of them is the
 * answer. Which candidates count, and when it ends, is as in Hugging Face's {@code generate}.
 *
 * @param rules what may be written
 * @param plan how many are kept, and when it ends
 */
public record BeamSearch(Rules rules, BeamPlan plan) {

  /**
   * Continues prompts.
   *
   * @param prompts equally long ones; where some are filled up, {@code next} knows
   */
  public Searched search(NextTokens next, List<List<Integer>> prompts) throws Problem {
    List<Hypothesis> tree = new ArrayList<>();
    List<SampleSearch> samples = new ArrayList<>();
    for (int sample = 0; sample < prompts.size(); sample++) {
      samples.add(new SampleSearch(rules, plan, sample, prompts.get(sample), tree));
    }
    for (int step = 0; step < rules.most(); step++) {
      List<SampleSearch> open = samples.stream().filter(one -> !one.isDone()).toList();
      if (open.isEmpty()) {
        break;
      }
      List<Sequence> asked = open.stream().flatMap(one -> one.asked().stream()).toList();
      FMatrixRMaj logits = next.logits(asked);
      int row = 0;
      for (SampleSearch one : open) {
        one.step(step, row, logits);
        row += one.count();
      }
    }
    samples.forEach(SampleSearch::end);
    return result(samples, prompts, tree);
  }

  private Searched result(
      List<SampleSearch> samples, List<List<Integer>> prompts, List<Hypothesis> tree) {
    List<Searched.Answer> answers = new ArrayList<>();
    List<List<Integer>> sequences = new ArrayList<>();
    int longest = prompts.stream().mapToInt(List::size).max().orElse(0) + rules.most();
    for (SampleSearch one : samples) {
      for (Finished.Entry entry : one.best()) {
        answers.add(new Searched.Answer(one.sample(), entry.number(), entry.score()));
        boolean ends = entry.tokens().size() < longest && !rules.ends().isEmpty();
        sequences.add(
            ends ? WordByWord.with(entry.tokens(), rules.ends().getFirst()) : entry.tokens());
      }
    }
    List<Searched.Step> steps = samples.stream().flatMap(one -> one.steps().stream()).toList();
    return new Searched(answers, WordByWord.filled(sequences, rules.padding()), tree, steps);
  }
}
