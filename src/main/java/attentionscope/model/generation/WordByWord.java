package attentionscope.model.generation;

import attentionscope.files.Problem;
import attentionscope.model.generation.NextTokens.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Writing word by word: at each step every sequence gets the token chosen, until all have ended.
 *
 * @param rules what may be written
 * @param choice how a token is chosen
 */
public record WordByWord(Rules rules, Choice choice) {

  /**
   * Continues prompts.
   *
   * @param prompts equally long ones; where some are filled up, {@code next} knows
   */
  public Written write(NextTokens next, List<List<Integer>> prompts) throws Problem {
    List<List<Integer>> written = new ArrayList<>(prompts);
    List<ToIntFunction<float[]>> choosers =
        IntStream.range(0, prompts.size()).mapToObj(this::chooser).toList();
    List<Integer> open = new ArrayList<>(IntStream.range(0, prompts.size()).boxed().toList());
    List<Integer> continued = new ArrayList<>(open);
    List<Written.Step> steps = new ArrayList<>();
    for (int step = 0; step < rules.most() && !open.isEmpty(); step++) {
      List<Integer> samples = List.copyOf(open);
      FMatrixRMaj scores = scores(next, samples, continued, written, step);
      List<Integer> chosen = new ArrayList<>();
      open.clear();
      continued.clear();
      for (int row = 0; row < samples.size(); row++) {
        int sample = samples.get(row);
        int token = choosers.get(sample).applyAsInt(Probabilities.row(scores, row));
        chosen.add(token);
        written.set(sample, with(written.get(sample), token));
        if (!rules.isEnd(token)) {
          open.add(sample);
          continued.add(row);
        }
      }
      steps.add(new Written.Step(samples, scores, chosen));
    }
    return new Written(filled(written, rules.padding()), steps);
  }

  private FMatrixRMaj scores(
      NextTokens next,
      List<Integer> samples,
      List<Integer> continued,
      List<List<Integer>> written,
      int step)
      throws Problem {
    List<Sequence> asked =
        IntStream.range(0, samples.size())
            .mapToObj(
                row ->
                    new Sequence(
                        samples.get(row),
                        step == 0 ? 0 : continued.get(row),
                        written.get(samples.get(row))))
            .toList();
    FMatrixRMaj logits = next.logits(asked);
    FMatrixRMaj scores = new FMatrixRMaj(logits.numRows, logits.numCols);
    for (int row = 0; row < asked.size(); row++) {
      float[] own = Probabilities.row(logits, row);
      rules.apply(own, asked.get(row).tokens(), step);
      if (choice instanceof Choice.Sampled sampled) {
        sampled.filter(own);
      }
      System.arraycopy(own, 0, scores.data, row * own.length, own.length);
    }
    return scores;
  }

  /** What chooses a token by all scores, for one of the sequences. */
  private ToIntFunction<float[]> chooser(int sample) {
    return switch (choice) {
      case Choice.Greedy greedy -> Probabilities::highest;
      case Choice.Sampled sampled -> {
        RandomGenerator generator = sampled.generator(sample);
        yield scores -> Probabilities.at(scores, generator.nextDouble());
      }
    };
  }

  static List<Integer> with(List<Integer> tokens, int token) {
    List<Integer> longer = new ArrayList<>(tokens);
    longer.add(token);
    return longer;
  }

  /** All as long as the longest. */
  static List<List<Integer>> filled(List<List<Integer>> sequences, int padding) {
    int longest = sequences.stream().mapToInt(List::size).max().orElse(0);
    return sequences.stream()
        .map(
            tokens -> {
              List<Integer> full = new ArrayList<>(tokens);
              while (full.size() < longest) {
                full.add(padding);
              }
              return full;
            })
        .toList();
  }
}
