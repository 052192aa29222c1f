package attentionscope.train;

import attentionscope.files.Problem;
import attentionscope.tensor.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Several pieces of work at the same time. */
final class InParallel {

  private InParallel() {}

  /** A piece of work. */
  @FunctionalInterface
  interface Work<T> {
    T result() throws Problem;
  }

  private record Outcome<T>(Optional<T> result, Optional<Problem> problem) {
    static <T> Outcome<T> of(Work<T> work) {
      try {
        return new Outcome<>(Optional.of(work.result()), Optional.empty());
      } catch (Problem problem) {
        return new Outcome<>(Optional.empty(), Optional.of(problem));
      }
    }
  }

  /**
   * Does all of it.
   *
   * @return the results in the order of the work
   * @throws Problem the first, in that order, that any of them met
   */
  static <T> List<T> all(List<Work<T>> work) throws Problem {
    ConcurrentMap<Integer, Outcome<T>> outcomes = new ConcurrentHashMap<>();
    Team.shared().each(work.size(), i -> outcomes.put(i, Outcome.of(work.get(i))));
    List<T> results = new ArrayList<>();
    for (int i = 0; i < work.size(); i++) {
      Outcome<T> outcome = Objects.requireNonNull(outcomes.get(i));
      if (outcome.problem().isPresent()) {
        throw outcome.problem().get();
      }
      results.add(outcome.result().orElseThrow());
    }
    return results;
  }
}
