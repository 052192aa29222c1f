package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.model.CachedRun;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is computed of a workspace. While a model writes, each further token is one step with the
 * keys and values of those before: nothing of the earlier rows would change, to the bit, so the
 * whole run is left until writing pauses.
 *
 * @param whole a run of everything, or of what was there {@code behind} tokens ago
 * @param begun the same run where it can be gone on with
 * @param behind how many tokens were written since
 * @param steps the last of the steps that read those, the newest last
 */
public record Computed(Trace whole, Optional<CachedRun> begun, int behind, List<CachedRun> steps) {

  /** How many steps are kept, so that one can go back. */
  private static final int KEPT = 16;

  /** How many tokens are read one by one rather than all anew. */
  private static final int MOST_AT_ONCE = 16;

  public Computed {
    steps = List.copyOf(steps);
  }

  /** A run of everything, or what there is of it while it is computed. */
  public static Computed whole(Trace trace) {
    return new Computed(trace, Optional.empty(), 0, List.of());
  }

  /** Everything, to be gone on with. */
  static Computed whole(CachedRun run) {
    return new Computed(run.trace(), Optional.of(run), 0, List.of());
  }

  /** Whether the newest rows are not in {@link #whole} yet. */
  public boolean isBehind() {
    return behind > 0;
  }

  /** The run whose last row is the newest token: the whole one, or a step. */
  public Trace newest() {
    return steps.isEmpty() ? whole : steps.getLast().trace();
  }

  /** The newest step, where the run can be gone on with. */
  public Optional<CachedRun> last() {
    return steps.isEmpty() ? begun : Optional.of(steps.getLast());
  }

  /** What names tokens. */
  interface Names {
    String label(int token);
  }

  /**
   * The same with other tokens written; empty where that takes a run of everything.
   *
   * @param before what had been written
   * @param now what has been
   */
  Optional<Computed> further(List<Integer> before, List<Integer> now, Names names) throws Problem {
    int common = Math.min(before.size(), now.size());
    if (begun.isEmpty() || !before.subList(0, common).equals(now.subList(0, common))) {
      return Optional.empty();
    }
    int back = before.size() - common;
    if (back == 0 && now.size() == common) {
      return Optional.empty(); // all that is missing is the run of everything
    }
    if (back > 0) {
      return back(back);
    }
    if (now.size() - common > MOST_AT_ONCE) {
      return Optional.empty();
    }
    List<CachedRun> longer = new ArrayList<>(steps);
    for (int token : now.subList(common, now.size())) {
      CachedRun from = longer.isEmpty() ? begun.get() : longer.getLast();
      longer.add(from.next(token, names.label(token)));
    }
    List<CachedRun> kept = longer.subList(Math.max(0, longer.size() - KEPT), longer.size());
    return Optional.of(new Computed(whole, begun, behind + now.size() - common, kept));
  }

  private Optional<Computed> back(int count) {
    if (count == behind) {
      return Optional.of(new Computed(whole, begun, 0, List.of()));
    }
    return count < steps.size()
        ? Optional.of(
            new Computed(whole, begun, behind - count, steps.subList(0, steps.size() - count)))
        : Optional.empty();
  }
}
