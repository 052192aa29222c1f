package attentionscope.model.generation;

import attentionscope.files.Problem;
import attentionscope.model.generation.NextTokens.Sequence;
import attentionscope.tensor.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
    List<RandomGenerator> generators =
        IntStream.range(0, prompts.size()).mapToObj(this::generator).toList();
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
        int token = choose(Probabilities.row(scores, row), generators.get(sample));
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

  private RandomGenerator generator(int sample) {
    long seed = choice instanceof Choice.Sampled sampled ? sampled.seed() : 0;
    return RandomGeneratorFactory.of(Choice.GENERATOR).create(seed + sample * SplitMix.STEP);
  }

  private int choose(float[] scores, RandomGenerator generator) {
    return switch (choice) {
      case Choice.Greedy greedy -> highest(scores);
      case Choice.Sampled sampled -> drawn(scores, generator);
    };
  }

  private static int highest(float[] scores) {
    int best = 0;
    for (int token = 1; token < scores.length; token++) {
      if (scores[token] > scores[best]) {
        best = token;
      }
    }
    return best;
  }

  /** The first token up to which probabilities sum to more than what was drawn. */
  private static int drawn(float[] scores, RandomGenerator generator) {
    double[] shares = Probabilities.softmax(scores);
    double left = generator.nextDouble();
    int last = highest(scores);
    for (int token = 0; token < shares.length; token++) {
      left -= shares[token];
      if (left < 0) {
        return token;
      }
      last = shares[token] > 0 ? token : last;
    }
    return last; // shares sum to a little less than 1
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
