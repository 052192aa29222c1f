package attentionscope.model.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.model.generation.BeamPlan.Length;
import attentionscope.model.generation.BeamPlan.Stopping;
import attentionscope.model.generation.Hypothesis.Fate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeamSearchTest {

  private static final int END = 0;
  private static final int PAD = 9;

  /** Greedily 1 2 …; but 1 3 3 is likelier as a whole. */
  private static Told garden() {
    return new Told(
        4,
        Map.of(
            List.of(1), List.of(0.02, 0.03, 0.5, 0.45),
            List.of(1, 2), List.of(0.1, 0.3, 0.3, 0.3),
            List.of(1, 3), List.of(0.05, 0.03, 0.02, 0.9),
            List.of(1, 3, 3), List.of(0.97, 0.01, 0.01, 0.01),
            List.of(1, 2, 1), List.of(0.4, 0.2, 0.2, 0.2)));
  }

  private static Searched search(BeamPlan plan, int most) throws Problem {
    return new BeamSearch(Rules.until(END, PAD, most), plan).search(garden(), List.of(List.of(1)));
  }

  @Test
  void whatIsLikelierAsAWholeIsFound() throws Problem {
    Searched searched = search(BeamPlan.of(2), 6);
    assertEquals(List.of(List.of(1, 3, 3, END)), searched.sequences());
    double sum = StrictMath.log(0.45) + StrictMath.log(0.9) + StrictMath.log(0.97);
    assertEquals(sum / 3, searched.answers().getFirst().score(), 1e-6);
  }

  @Test
  void withOneBeamItIsGreedy() throws Problem {
    Searched searched = search(BeamPlan.of(1), 1);
    assertEquals(List.of(List.of(1, 2)), searched.sequences());
  }

  @Test
  void theOldLengthCountsThePromptAndNotTheEnd() throws Problem {
    Searched searched = search(new BeamPlan(2, 1, 1, Stopping.USUAL, Length.ALL), 6);
    double sum = StrictMath.log(0.45) + StrictMath.log(0.9) + StrictMath.log(0.97);
    assertEquals(sum / 3, searched.answers().getFirst().score(), 1e-6);
    BeamPlan plan = new BeamPlan(2, 1, 2, Stopping.USUAL, Length.ALL);
    assertEquals(-4.0 / 49, plan.score(-4f, 5, 2, true), 1e-12);
    BeamPlan now = new BeamPlan(2, 1, 2, Stopping.USUAL, Length.WRITTEN);
    assertEquals(-4.0 / 9, now.score(-4f, 5, 2, true), 1e-12);
  }

  @Test
  void whatIsStillOpenAtTheEndCounts() throws Problem {
    Searched searched = search(new BeamPlan(2, 2, 1, Stopping.USUAL, Length.WRITTEN), 2);
    assertEquals(List.of(1, 3, 3), searched.sequences().getFirst());
    Hypothesis best = searched.tree().get(searched.answers().getFirst().hypothesis());
    assertEquals(Fate.ALIVE, best.fate());
    assertEquals(best.sum() / 2, best.score().orElseThrow(), 1e-6);
  }

  @Test
  void theTreeKeepsWhatWasDropped() throws Problem {
    Searched searched = search(BeamPlan.of(2), 6);
    List<Hypothesis> first = searched.tree().stream().filter(one -> one.step() == 0).toList();
    assertEquals(4, first.size());
    assertEquals(List.of(2, 3, 1, 0), first.stream().map(Hypothesis::token).toList());
    assertEquals(
        List.of(Fate.ALIVE, Fate.ALIVE, Fate.DROPPED, Fate.DROPPED),
        first.stream().map(Hypothesis::fate).toList());
    int answer = searched.answers().getFirst().hypothesis();
    assertEquals(List.of(3, 3, END), searched.written(answer));
    assertEquals(Fate.FINISHED, searched.tree().get(answer).fate());
  }

  @Test
  void numbersAndParentsAreThoseOfTheTree() throws Problem {
    Searched searched = search(BeamPlan.of(3), 5);
    for (int i = 0; i < searched.tree().size(); i++) {
      Hypothesis one = searched.tree().get(i);
      assertEquals(i, one.number());
      if (one.parent().isPresent()) {
        Hypothesis parent = searched.tree().get(one.parent().getAsInt());
        assertEquals(Fate.ALIVE, parent.fate());
        assertEquals(one.step() - 1, parent.step());
        assertEquals(one.sum(), parent.sum() + one.logProbability(), 1e-6);
      }
    }
  }

  @Test
  void earlyStoppingTakesTheFirstThatFinish() throws Problem {
    Told told =
        new Told(
            3,
            Map.of(
                List.of(1), List.of(0.4, 0.3, 0.3),
                List.of(1, 1), List.of(0.9, 0.05, 0.05),
                List.of(1, 2), List.of(0.8, 0.1, 0.1)));
    BeamPlan early = new BeamPlan(2, 2, 1, Stopping.EARLY, Length.WRITTEN);
    Searched searched =
        new BeamSearch(Rules.until(END, PAD, 8), early).search(told, List.of(List.of(1)));
    assertEquals(2, searched.tree().getLast().step() + 1);
    // 1 END came first, but both of the second step are better by their lengths
    assertEquals(List.of(List.of(1, 1, END), List.of(1, 2, END)), searched.sequences());
  }

  @Test
  void neverStopsBeforeNothingCanBecomeBetter() {
    BeamPlan usual = new BeamPlan(2, 1, 1, Stopping.USUAL, Length.WRITTEN);
    BeamPlan never = new BeamPlan(2, 1, 1, Stopping.NEVER, Length.WRITTEN);
    assertEquals(-2.0, usual.attainable(-4f, 3, 2, 8), 1e-12);
    assertEquals(-0.5, never.attainable(-4f, 3, 2, 8), 1e-12);
    BeamPlan flat = new BeamPlan(2, 1, -1, Stopping.NEVER, Length.WRITTEN);
    assertEquals(-8.0, flat.attainable(-4f, 3, 2, 8), 1e-12);
  }

  @Test
  void samplesAreSearchedEachForItself() throws Problem {
    BeamSearch search = new BeamSearch(Rules.until(END, PAD, 6), BeamPlan.of(2));
    Told told = garden();
    Searched both = search.search(told, List.of(List.of(2), List.of(1)));
    Searched alone = search.search(garden(), List.of(List.of(1)));
    assertEquals(alone.sequences().getFirst(), both.sequences().get(1).subList(0, 4));
    for (int call = 1; call < told.asked().size(); call++) {
      for (NextTokens.Sequence sequence : told.asked().get(call)) {
        NextTokens.Sequence before = told.asked().get(call - 1).get(sequence.continued());
        assertEquals(before.sample(), sequence.sample());
        assertEquals(before.tokens(), sequence.tokens().subList(0, sequence.tokens().size() - 1));
      }
    }
    assertTrue(told.asked().size() > 2);
  }
}
