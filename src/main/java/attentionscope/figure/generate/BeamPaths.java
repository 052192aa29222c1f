package attentionscope.figure.generate;

import attentionscope.model.generation.Hypothesis;
import attentionscope.model.generation.Hypothesis.Fate;
import attentionscope.model.generation.Searched;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which hypotheses lead somewhere.
 *
 * @param best those on the way to the answer, once the search has ended
 * @param alive those that are continued, or have finished, or lead to such
 */
record BeamPaths(Set<Integer> best, Set<Integer> alive) {

  /** As it is after some steps. */
  static BeamPaths of(Searched found, int moment) {
    Set<Integer> alive = new HashSet<>();
    if (moment > 0) {
      Searched.Step now = found.steps().get(moment - 1);
      now.finished().forEach(number -> lead(found.tree(), number, alive));
      now.candidates().stream()
          .filter(number -> found.tree().get(number).fate() == Fate.ALIVE)
          .forEach(number -> lead(found.tree(), number, alive));
    }
    Set<Integer> best = new HashSet<>();
    if (moment == found.steps().size() && !found.answers().isEmpty()) {
      lead(found.tree(), found.answers().getFirst().hypothesis(), best);
    }
    return new BeamPaths(best, alive);
  }

  private static void lead(List<Hypothesis> tree, int number, Set<Integer> way) {
    OptionalInt one = OptionalInt.of(number);
    while (one.isPresent() && way.add(one.getAsInt())) {
      one = tree.get(one.getAsInt()).parent();
    }
  }
}
