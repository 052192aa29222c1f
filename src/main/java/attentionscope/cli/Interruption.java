package attentionscope.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl+C as a wish: long work looks for it, saves what it has, and only then the program ends. */
final class Interruption implements AutoCloseable {

  /** Longer than any saving takes. */
  private static final int SECONDS = 30;

  private final CountDownLatch saved = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "interruption");
  private volatile boolean asked;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  boolean isAsked() {
    return asked;
  }

  /** Runs as the program is told to end: waits until the work has saved. */
  private void ask() {
    asked = true;
    try {
      boolean inTime = saved.await(SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        System.Logger log = System.getLogger(Interruption.class.getName());
        log.log(System.Logger.Level.WARNING, "ended before the work had saved");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work has saved. */
  @Override
  public void close() {
    saved.countDown();
    if (!asked) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
