package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where it stands how the laboratory stands: for everybody to read, changed by one at a time. */
final class Board {

  private volatile LabState state = LabState.NOTHING;

  /** What becomes of a state. */
  interface Change {
    void in(Draft next);
  }

  LabState state() {
    return state;
  }

  synchronized void publish(Change change) {
    Draft next = new Draft(state);
    change.in(next);
    state =
        new LabState(
            state.number() + 1,
            next.experiment,
            next.runs,
            next.playing,
            next.pace,
            next.speed,
            next.ended,
            next.fault);
  }

  /** The next state while it is made. */
  static final class Draft {
    Experiment experiment;
    List<RunSoFar> runs;
    boolean playing;
    int pace;
    OptionalDouble speed;
    Optional<LabState.Ending> ended;
    Optional<Problem> fault;

    private Draft(LabState from) {
      experiment = from.experiment();
      runs = from.runs();
      playing = from.playing();
      pace = from.pace();
      speed = from.speed();
      ended = from.ended();
      fault = from.fault();
    }
  }
}
