package attentionscope.app;

import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Work that can be given up: its thread is interrupted while it is at it, and at no other time. */
final class Task implements Runnable {

  private final Runnable work;
  private Optional<Thread> at = Optional.empty();
  private boolean givenUp;

  /**
   * @param work may end in a {@link CancellationException} when its thread is interrupted
   */
  Task(Runnable work) {
    this.work = work;
  }

  @Override
  public void run() {
    if (!begin()) {
      return;
    }
    try {
      work.run();
    } catch (CancellationException wanted) {
      // that is what was asked for
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    at = givenUp ? Optional.empty() : Optional.of(Thread.currentThread());
    return !givenUp;
  }

  private synchronized void end() {
    at = Optional.empty();
    if (givenUp) {
      Thread.interrupted(); // whatever the thread does next was not meant
    }
  }

  /** Ends it as soon as it can be ended; it does not begin any more if it has not yet. */
  synchronized void giveUp() {
    givenUp = true;
    at.ifPresent(Thread::interrupt);
  }
}
