package attentionscope.workspace.laboratory;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** How many steps a second are taken, and when the next one is due. */
final class Speed {

  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MEASURED = TimeUnit.MILLISECONDS.toNanos(500);

  private long since;
  private int steps;
  private long last;
  private OptionalDouble measured = OptionalDouble.empty();

  synchronized void begin() {
    since = System.nanoTime();
    last = since - TimeUnit.HOURS.toNanos(1);
    steps = 0;
    measured = OptionalDouble.empty();
  }

  synchronized void stepped() {
    long now = System.nanoTime();
    last = now;
    steps++;
    if (now - since >= MEASURED) {
      measured = OptionalDouble.of(steps * SECOND / (now - since));
      since = now;
      steps = 0;
    }
  }

  /** Measured over the last half second; empty before the first is over. */
  synchronized OptionalDouble now() {
    return measured;
  }

  /**
   * In how many milliseconds the next step is due.
   *
   * @param pace steps a second at most; 0 for any
   */
  synchronized long wait(int pace) {
    if (pace == 0) {
      return 0;
    }
    double due = last + SECOND / pace;
    return (long) Math.ceil((due - System.nanoTime()) / TimeUnit.MILLISECONDS.toNanos(1));
  }
}
