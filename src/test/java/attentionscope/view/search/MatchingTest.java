package attentionscope.view.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A few letters find what is meant. */
class MatchingTest {

  private static final Entry WEIGHTS =
      entry("Attention weights", "encoder.0.self.head.0.weights  3 × 3");
  private static final Entry SCORES = entry("Scores", "encoder.0.self.head.0.scores  3 × 3");
  private static final Entry UNDO = entry("Undo", "Ctrl Z");
  private static final Entry STEPS = entry("단계", "Ctrl 3");
  private static final List<Entry> ALL = List.of(UNDO, WEIGHTS, SCORES, STEPS);

  private static Entry entry(String name, String detail) {
    return new Entry("kind", name, detail, () -> {});
  }

  @Test
  void nothingTypedFindsEverythingAsItStands() {
    assertEquals(ALL, Matching.best(ALL, "", 10));
    assertEquals(List.of(UNDO), Matching.best(ALL, " ", 1));
  }

  @Test
  void namesGoBeforeIds() {
    assertEquals(List.of(SCORES), Matching.best(ALL, "scor", 10));
    assertEquals(List.of(WEIGHTS), Matching.best(ALL, "weights", 10));
  }

  @Test
  void everyWordHasToBeThere() {
    assertEquals(List.of(WEIGHTS), Matching.best(ALL, "head.0 weights", 10));
    assertEquals(List.of(), Matching.best(ALL, "weights undo", 10));
  }

  @Test
  void koreanIsFound() {
    assertEquals(List.of(STEPS), Matching.best(ALL, "단", 10));
  }
}
