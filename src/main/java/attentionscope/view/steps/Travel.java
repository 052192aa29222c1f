package attentionscope.view.steps;

import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Moves from moment to moment quickly, and rests. It goes backwards as well, and stands still at
 * once where the system asks for less motion.
 */
final class Travel extends AnimationTimer {

  private static final double NANOS_A_MOMENT = 45e6;
  private static final double LONGEST = 900e6;

  private final IntConsumer draw;
  private int drawn;
  private int from;
  private int goal;
  private long since;

  Travel(IntConsumer draw) {
    this.draw = draw;
  }

  /** Is there, without a movement. */
  void at(int moment) {
    stop();
    goal = moment;
    drawn = moment;
    draw.accept(moment);
  }

  /** Goes there. */
  void to(int moment) {
    if (Platform.getPreferences().isReducedMotion()) {
      at(moment);
      return;
    }
    from = drawn;
    goal = moment;
    since = 0;
    draw.accept(drawn);
    start();
  }

  @Override
  public void handle(long now) {
    since = since == 0 ? now : since;
    double whole = Math.min(LONGEST, NANOS_A_MOMENT * Math.abs(goal - from));
    double share = whole == 0 ? 1 : Math.min(1, (now - since) / whole);
    // Slower towards the end, so that one sees where it comes to rest.
    double eased = 1 - (1 - share) * (1 - share);
    int moment = (int) Math.round(from + (goal - from) * eased);
    if (moment != drawn) {
      drawn = moment;
      draw.accept(moment);
    }
    if (share >= 1) {
      stop();
    }
  }
}
