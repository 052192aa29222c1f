package attentionscope.workspace.laboratory;

import attentionscope.train.Trainer;
import attentionscope.workspace.training.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A run as it stands.
 *
 * @param plan that it follows
 * @param begun how many steps it had taken before this laboratory took it up
 * @param steps what each step since did
 * @param glances how well it did from time to time
 * @param snapshots the model as it was, from the first to the newest; at least one
 */
public record RunSoFar(
    Plan plan,
    int begun,
    List<Trainer.Step> steps,
    List<Glance> glances,
    List<Snapshot> snapshots) {

  /** The model as it is now. */
  public Snapshot newest() {
    return snapshots.getLast();
  }

  /** How many steps have been taken. */
  public int step() {
    return newest().step();
  }

  /** The last step, where one was taken. */
  public Optional<Trainer.Step> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
  }

  /** The last look at how well it does. */
  public Glance glance() {
    return glances.getLast();
  }

  /** The place among the snapshots of the last one up to a step. */
  public int index(int step) {
    int index = 0;
    while (index + 1 < snapshots.size() && snapshots.get(index + 1).step() <= step) {
      index++;
    }
    return index;
  }
}
