package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshots that can be opened: those that are kept of the runs, and those that were asked for,
 * whatever is kept. Safe to use from several threads.
 */
final class Held {

  /** So many of those that were asked for stay, whatever is kept of the run. */
  private static final int REMEMBERED = 24;

  private final Board board;

  private final Map<String, Snapshot> asked =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Snapshot> eldest) {
          return size() > REMEMBERED;
        }
      };

  Held(Board board) {
    this.board = board;
  }

  /** Nothing that was asked for is needed any more. */
  void forget() {
    synchronized (asked) {
      asked.clear();
    }
  }

  /**
   * The name of a snapshot, which can be opened from now on even if the run makes room for others.
   *
   * @param run which run it is of, from 0
   */
  String hold(int run, Snapshot snapshot) {
    String name = Name.of(Name.RUNS.get(run), snapshot.step());
    synchronized (asked) {
      asked.put(name, snapshot);
    }
    return name;
  }

  /**
   * The name of the snapshot that is looked at when one asks for a step: that one or, where it is
   * not kept, the last one before it.
   */
  String nearest(Name name) {
    List<RunSoFar> runs = board.state().runs();
    synchronized (asked) {
      if (name.index() >= runs.size() || asked.containsKey(name.text())) {
        return name.text();
      }
    }
    RunSoFar run = runs.get(name.index());
    return hold(name.index(), run.snapshots().get(run.index(name.step())));
  }

  /**
   * A snapshot by its name.
   *
   * @throws Problem when it is not kept any more
   */
  Snapshot snapshot(Name name) throws Problem {
    synchronized (asked) {
      List<RunSoFar> runs = board.state().runs();
      Optional<Snapshot> kept =
          runs.stream()
              .skip(name.index())
              .limit(1)
              .flatMap(run -> run.snapshots().stream())
              .filter(one -> one.step() == name.step())
              .findFirst()
              .or(() -> Optional.ofNullable(asked.get(name.text())));
      if (kept.isEmpty()) {
        throw new Problem("workspace.problem.no-snapshot", name.text());
      }
      asked.put(name.text(), kept.get());
      return kept.get();
    }
  }
}
