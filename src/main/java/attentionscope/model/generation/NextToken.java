package attentionscope.model.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * How one token is chosen, told stage by stage; {@link WordByWord} chooses the same.
 *
 * @param stages from the model's probabilities to those that the choice is made by; {@link
 *     Stage.Kind#ALLOWED} where rules leave something out, the last three where it is drawn
 * @param token that is chosen
 * @param drawn the number in [0, 1) that chance gave
 */
public record NextToken(List<Stage> stages, int token, OptionalDouble drawn) {

  public NextToken {
    stages = List.copyOf(stages);
  }

  /**
   * Chooses.
   *
   * @param logits the model's scores
   * @param row which row of them
   * @param tokens everything before
   * @param written how many of those were written; as many numbers have been drawn before
   */
  public static NextToken of(
      FMatrixRMaj logits, int row, Rules rules, List<Integer> tokens, int written, Choice choice) {
    float[] scores = Probabilities.row(logits, row);
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage(Stage.Kind.MODEL, scores));
    float[] before = scores.clone();
    rules.apply(scores, tokens, written);
    if (!Arrays.equals(before, scores)) {
      stages.add(new Stage(Stage.Kind.ALLOWED, scores));
    }
    return switch (choice) {
      case Choice.Greedy greedy ->
          new NextToken(stages, Probabilities.highest(scores), OptionalDouble.empty());
      case Choice.Sampled sampled -> {
        sampled.temper(scores);
        stages.add(new Stage(Stage.Kind.TEMPERATURE, scores));
        sampled.keepHighest(scores);
        stages.add(new Stage(Stage.Kind.TOP_K, scores));
        sampled.keepLikely(scores);
        stages.add(new Stage(Stage.Kind.TOP_P, scores));
        double drawn = drawn(sampled, written);
        yield new NextToken(stages, Probabilities.at(scores, drawn), OptionalDouble.of(drawn));
      }
    };
  }

  private static double drawn(Choice.Sampled sampled, int before) {
    RandomGenerator generator = sampled.generator(0);
    for (int i = 0; i < before; i++) {
      generator.nextDouble();
    }
    return generator.nextDouble();
  }

  /** The stage before anything was left out. */
  public Stage first() {
    return stages.getFirst();
  }

  /** The stage that the choice was made by. */
  public Stage last() {
    return stages.getLast();
  }

  /** The likeliest tokens before anything was left out. */
  public List<Integer> likeliest(int most) {
    float[] scores = new float[first().size()];
    for (int token = 0; token < scores.length; token++) {
      scores[token] = first().score(token);
    }
    return Arrays.stream(Probabilities.ranked(scores)).limit(most).boxed().toList();
  }
}
