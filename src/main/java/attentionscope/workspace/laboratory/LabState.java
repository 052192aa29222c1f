package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The laboratory at one moment. Nothing of it changes any more.
 *
 * @param number grows with everything that happens
 * @param experiment what is tried out
 * @param runs the first, and the second where there is one; none before anything was prepared
 * @param playing whether steps follow each other by themselves
 * @param pace steps a second at most; 0: as fast as it can
 * @param speed steps a second, while it plays
 * @param ended why it stopped by itself, where it did
 * @param fault what a step met, where it could not be taken
 */
public record LabState(
    long number,
    Experiment experiment,
    List<RunSoFar> runs,
    boolean playing,
    int pace,
    OptionalDouble speed,
    Optional<Ending> ended,
    Optional<Problem> fault) {

  /** Why it stopped by itself. */
  public enum Ending {
    /** All planned steps were taken. */
    STEPS,
    /** Enough answers to unseen samples are right. */
    UNSEEN
  }

  static final LabState NOTHING =
      new LabState(
          0,
          Experiment.PLAIN,
          List.of(),
          false,
          0,
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());

  public LabState {
    runs = List.copyOf(runs);
  }

  /** How many steps have been taken; all runs are in step. */
  public int step() {
    return runs.isEmpty() ? 0 : runs.getFirst().step();
  }
}
