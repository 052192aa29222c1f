package attentionscope.workspace.laboratory;

import java.util.ArrayList;
import java.util.List;

/**
 * The snapshots of a run that are kept. Where there are too many, the one goes whose neighbours are
 * nearest to each other, the oldest of several: the first and the newest stay, and what is between
 * them stays evenly spread, however long the run.
 */
final class Kept {

  private final int most;
  private final List<Snapshot> snapshots = new ArrayList<>();

  /**
   * @param most at least 3
   */
  Kept(int most) {
    this.most = most;
  }

  void add(Snapshot snapshot) {
    snapshots.add(snapshot);
    if (snapshots.size() > most) {
      snapshots.remove(leastMissed());
    }
  }

  private int leastMissed() {
    int least = 1;
    for (int i = 2; i < snapshots.size() - 1; i++) {
      if (gapWithout(i) < gapWithout(least)) {
        least = i;
      }
    }
    return least;
  }

  private int gapWithout(int index) {
    return snapshots.get(index + 1).step() - snapshots.get(index - 1).step();
  }

  /** From the first to the newest. */
  List<Snapshot> all() {
    return List.copyOf(snapshots);
  }
}
