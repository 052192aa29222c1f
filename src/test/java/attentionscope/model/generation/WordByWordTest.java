package attentionscope.model.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordByWordTest {

  private static final int END = 0;
  private static final int PAD = 9;
  private static final float NOT = Float.NEGATIVE_INFINITY;

  /** From 1 likely 2, then 3, then the end; from 4 likely the end at once. */
  private static Told told() {
    return new Told(
        4,
        Map.of(
            List.of(1), List.of(0.1, 0.2, 0.6, 0.1),
            List.of(1, 2), List.of(0.2, 0.1, 0.3, 0.4),
            List.of(1, 2, 3), List.of(0.7, 0.1, 0.1, 0.1),
            List.of(4), List.of(0.9, 0.05, 0.03, 0.02)));
  }

  private static Written greedily(Rules rules, List<List<Integer>> prompts) throws Problem {
    return new WordByWord(rules, new Choice.Greedy()).write(told(), prompts);
  }

  @Test
  void greedilyTheLikeliestTokenComesEachTime() throws Problem {
    Written written = greedily(Rules.until(END, PAD, 10), List.of(List.of(1)));
    assertEquals(List.of(List.of(1, 2, 3, END)), written.sequences());
    assertEquals(3, written.steps().size());
  }

  @Test
  void rowsThatHaveEndedAreFilledUpAndNotAskedForAgain() throws Problem {
    Told told = told();
    Written written =
        new WordByWord(Rules.until(END, PAD, 10), new Choice.Greedy())
            .write(told, List.of(List.of(4), List.of(1)));
    assertEquals(List.of(List.of(4, END, PAD, PAD), List.of(1, 2, 3, END)), written.sequences());
    assertEquals(2, told.asked().getFirst().size());
    NextTokens.Sequence left = told.asked().get(1).getFirst();
    assertEquals(new NextTokens.Sequence(1, 1, List.of(1, 2)), left);
    assertEquals(0, told.asked().get(2).getFirst().continued());
    assertEquals(List.of(1), written.steps().get(1).samples());
  }

  @Test
  void noMoreTokensComeThanAllowed() throws Problem {
    Written written = greedily(Rules.until(END, PAD, 2), List.of(List.of(1)));
    assertEquals(List.of(List.of(1, 2, 3)), written.sequences());
  }

  @Test
  void anEndDoesNotComeTooEarly() throws Problem {
    Rules rules = new Rules(10, 2, List.of(END), PAD, OptionalInt.empty(), List.of());
    Written written = greedily(rules, List.of(List.of(4)));
    assertEquals(List.of(4, 1), written.sequences().getFirst().subList(0, 2));
    assertEquals(NOT, written.steps().get(1).scores().get(0, END));
    assertEquals(0f, written.steps().get(2).scores().get(0, END));
  }

  @Test
  void theEndIsForcedWhereNothingElseMayFollow() throws Problem {
    Rules rules = new Rules(2, 0, List.of(END), PAD, OptionalInt.of(END), List.of());
    Written written = greedily(rules, List.of(List.of(1)));
    assertEquals(List.of(List.of(1, 2, END)), written.sequences());
    assertArrayEquals(new float[] {0f, NOT, NOT, NOT}, written.steps().get(1).scores().data);
  }

  @Test
  void bannedSequencesDoNotOccur() throws Problem {
    Rules rules =
        new Rules(2, 0, List.of(END), PAD, OptionalInt.empty(), List.of(List.of(2, 3), List.of(0)));
    Written written = greedily(rules, List.of(List.of(1)));
    assertEquals(List.of(List.of(1, 2, 2)), written.sequences());
  }

  @Test
  void stepsTellWhatElseCouldHaveCome() throws Problem {
    Written written = greedily(Rules.until(END, PAD, 10), List.of(List.of(1)));
    List<Written.Candidate> likeliest = written.steps().getFirst().likeliest(0, 2);
    assertEquals(List.of(2, 1), likeliest.stream().map(Written.Candidate::token).toList());
    assertEquals(0.6, likeliest.getFirst().probability(), 1e-6);
  }

  @Test
  void tokensAreRankedByTheirScores() {
    float[] scores = {-1, 0f, NOT, 3, -0f, 1e-30f, 3, -2};
    assertArrayEquals(new int[] {3, 6, 5, 1, 4, 0, 7, 2}, Probabilities.ranked(scores));
  }

  @Test
  void topKKeepsTheHighestAndWhatEqualsTheLastOfThem() {
    float[] scores = {1, 3, 2, 2, 0};
    new Choice.Sampled(1, 2, 1, 0).filter(scores);
    assertArrayEquals(new float[] {NOT, 3, 2, 2, NOT}, scores);
  }

  @Test
  void topPKeepsTheFewestThatAreLikelyEnough() {
    float[] scores = logs(0.1, 0.5, 0.25, 0.15);
    new Choice.Sampled(1, 0, 0.7, 0).filter(scores);
    assertEquals(List.of(1, 2), possible(scores));
    float[] one = logs(0.1, 0.5, 0.25, 0.15);
    new Choice.Sampled(1, 0, 0.01, 0).filter(one);
    assertEquals(List.of(1), possible(one));
  }

  @Test
  void topPCountsWhatTemperatureAndTopKHaveLeft() {
    float[] scores = logs(0.4, 0.3, 0.2, 0.1);
    // without the last two, the first has 0.57; without top-k it would have 0.4
    new Choice.Sampled(1, 2, 0.5, 0).filter(scores);
    assertEquals(List.of(0), possible(scores));
    float[] cold = logs(0.4, 0.3, 0.2, 0.1);
    // halved temperature squares the shares: 0.53, 0.3, …
    new Choice.Sampled(0.5, 0, 0.5, 0).filter(cold);
    assertEquals(List.of(0), possible(cold));
  }

  @Test
  void drawsFollowTheProbabilities() throws Problem {
    int[] counts = new int[4];
    for (int seed = 0; seed < 4000; seed++) {
      Written written =
          new WordByWord(Rules.atMost(1), new Choice.Sampled(1, 0, 1, seed))
              .write(told(), List.of(List.of(1)));
      counts[written.sequences().getFirst().getLast()]++;
    }
    assertEquals(0.1, counts[0] / 4000.0, 0.02);
    assertEquals(0.2, counts[1] / 4000.0, 0.02);
    assertEquals(0.6, counts[2] / 4000.0, 0.03);
  }

  @Test
  void theSameSeedWritesTheSameAndSequencesDrawForThemselves() throws Problem {
    WordByWord drawing = new WordByWord(Rules.atMost(20), new Choice.Sampled(1, 0, 1, 5));
    List<List<Integer>> prompts = List.of(List.of(3), List.of(3));
    List<List<Integer>> sequences = drawing.write(told(), prompts).sequences();
    assertEquals(sequences, drawing.write(told(), prompts).sequences());
    assertNotEquals(sequences.get(0), sequences.get(1));
    List<List<Integer>> alone = drawing.write(told(), prompts.subList(0, 1)).sequences();
    assertEquals(sequences.getFirst(), alone.getFirst());
  }

  @Test
  void drawnTokensAreNeverThoseLeftOut() throws Problem {
    Written written =
        new WordByWord(Rules.atMost(200), new Choice.Sampled(1, 2, 1, 1))
            .write(new Told(5, Map.of()), List.of(List.of(1)));
    // all are equal, so all stay
    assertTrue(written.sequences().getFirst().contains(4));
    Written two =
        new WordByWord(Rules.atMost(1), new Choice.Sampled(1, 2, 1, 1))
            .write(told(), List.of(List.of(1)));
    assertTrue(List.of(1, 2).contains(two.sequences().getFirst().getLast()));
  }

  private static float[] logs(double... shares) {
    float[] logs = new float[shares.length];
    for (int i = 0; i < shares.length; i++) {
      logs[i] = (float) StrictMath.log(shares[i]);
    }
    return logs;
  }

  private static List<Integer> possible(float[] scores) {
    return IntStream.range(0, scores.length).filter(i -> scores[i] > NOT).boxed().toList();
  }

  @Test
  void whatIsThereAlreadyIsLessLikely() {
    float[] scores = {2, -2, 1, 0};
    new Repeats(2, 0).apply(scores, List.of(0, 1, 0));
    assertArrayEquals(new float[] {1, -4, 1, 0}, scores);
  }

  @Test
  void noPairComesTwice() {
    float[] scores = {1, 1, 1, 1};
    new Repeats(1, 2).apply(scores, List.of(1, 2, 3, 1));
    assertArrayEquals(new float[] {1, 1, NOT, 1}, scores, "1, 2 was there");
    float[] first = {1, 1};
    new Repeats(1, 3).apply(first, List.of(1));
    assertArrayEquals(new float[] {1, 1}, first);
  }

  @Test
  void behindAStartTokenTheFirstMayBeForced() throws Problem {
    Rules rules =
        new Rules(
            3,
            0,
            List.of(END),
            PAD,
            OptionalInt.of(3),
            OptionalInt.empty(),
            List.of(),
            Repeats.ALLOWED);
    assertEquals(3, greedily(rules, List.of(List.of(1))).sequences().getFirst().get(1));
  }
}
