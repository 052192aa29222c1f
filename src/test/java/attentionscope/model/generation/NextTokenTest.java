package attentionscope.model.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class NextTokenTest {

  private static final int VOCABULARY = 20;
  private static final Rules RULES =
      new Rules(100, 0, List.of(2), 0, OptionalInt.empty(), List.of(List.of(0), List.of(5, 6)));
  private static final Choice.Sampled SAMPLED = new Choice.Sampled(0.7, 8, 0.8, 11);

  private static FMatrixRMaj logits(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FMatrixRMaj logits = new FMatrixRMaj(1, VOCABULARY);
    for (int token = 0; token < VOCABULARY; token++) {
      logits.data[token] = (float) random.nextDouble(-3, 3);
    }
    return logits;
  }

  /** Scores that depend on how long the text is. */
  private static final NextTokens ANY = sequences -> logits(sequences.getFirst().tokens().size());

  @Test
  void writesTokenByTokenWhatWritingAtOnceWrites() throws Problem {
    for (Choice choice : List.of(new Choice.Greedy(), SAMPLED)) {
      Written written = new WordByWord(RULES, choice).write(ANY, List.of(List.of(7, 5)));
      List<Integer> all = written.sequences().getFirst();
      for (int step = 0; step < written.steps().size(); step++) {
        List<Integer> before = all.subList(0, 2 + step);
        NextToken next = NextToken.of(logits(before.size()), 0, RULES, before, step, choice);
        assertEquals(all.get(2 + step), next.token());
        float[] scores = Probabilities.row(written.steps().get(step).scores(), 0);
        double[] shares = Probabilities.softmax(scores);
        for (int token = 0; token < VOCABULARY; token++) {
          assertEquals(shares[token], next.last().share(token));
        }
      }
    }
  }

  @Test
  void eachStageSaysWhatIsLeft() throws Problem {
    NextToken next = NextToken.of(logits(1), 0, RULES, List.of(7, 5), 0, SAMPLED);
    assertEquals(
        List.of(
            Stage.Kind.MODEL,
            Stage.Kind.ALLOWED,
            Stage.Kind.TEMPERATURE,
            Stage.Kind.TOP_K,
            Stage.Kind.TOP_P),
        next.stages().stream().map(Stage::kind).toList());
    assertEquals(VOCABULARY, next.first().left());
    assertTrue(next.stages().get(1).isLeftOut(0));
    assertTrue(next.stages().get(1).isLeftOut(6), "6 may not follow 5");
    assertEquals(8, next.stages().get(3).left());
    for (Stage stage : next.stages()) {
      double sum = 0;
      for (int token = 0; token < VOCABULARY; token++) {
        sum += stage.share(token);
        assertEquals(stage.isLeftOut(token), stage.share(token) == 0);
      }
      assertEquals(1, sum, 1e-9);
    }
  }

  @Test
  void whatWasDrawnFallsOnTheToken() throws Problem {
    for (int written = 0; written < 50; written++) {
      NextToken next = NextToken.of(logits(written), 0, RULES, List.of(7), written, SAMPLED);
      double drawn = next.drawn().orElseThrow();
      double from = next.last().from(next.token());
      assertTrue(from <= drawn && drawn < from + next.last().share(next.token()) + 1e-12);
    }
  }

  @Test
  void withoutRulesThatLeaveSomethingOutThereIsNoStageOfThem() throws Problem {
    NextToken next =
        NextToken.of(logits(1), 0, Rules.atMost(3), List.of(1), 0, new Choice.Greedy());
    assertEquals(1, next.stages().size());
    assertFalse(next.drawn().isPresent());
    assertEquals(next.token(), next.likeliest(1).getFirst());
  }
}
