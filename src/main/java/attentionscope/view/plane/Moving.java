package attentionscope.view.plane;

import attentionscope.figure.plane.Vec;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import javafx.animation.AnimationTimer;

/**
 * A query that is being moved. Where it is to be is handed on once a pulse at most, however often
 * the pointer tells; all of one movement carries the same number, so that it is undone as one.
 */
final class Moving extends AnimationTimer {

  private final ObjLongConsumer<Vec> send;
  private Optional<Vec> goal = Optional.empty();
  private Optional<Vec> sent = Optional.empty();
  private long number;

  /**
   * @param send gets where the query is to be, and the number of the movement
   */
  Moving(ObjLongConsumer<Vec> send) {
    this.send = send;
  }

  /** Where the query is on its way to, while it is moved. */
  Optional<Vec> goal() {
    return goal;
  }

  void to(Vec there) {
    goal = Optional.of(there);
    start();
  }

  /** The movement is over; another one may begin. */
  void end() {
    handOn();
    goal = Optional.empty();
    sent = Optional.empty();
    number++;
  }

  @Override
  public void handle(long now) {
    handOn();
  }

  private void handOn() {
    stop();
    if (goal.isPresent() && !goal.equals(sent)) {
      sent = goal;
      send.accept(goal.get(), number);
    }
  }
}
