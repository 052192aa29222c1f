package attentionscope.tensor;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads that share large work.
 *
 * <p>A run is a long row of short products. A thread that sleeps between two of them wakes up when
 * the next is nearly done, so the helpers stay awake for a moment. Parts are taken one after the
 * other by whoever is free: a helper that comes late finds fewer of them, and nobody waits for one
 * that has not begun.
 */
public final class Team {

  /** How long a helper looks for the next job before it sleeps. */
  private static final long AWAKE_NANOS = 500_000;

  /** How often it looks between two looks at the clock. */
  private static final int LOOKS = 100;

  private static final Team SHARED = new Team(Runtime.getRuntime().availableProcessors());

  private final Helper[] helpers;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile @Nullable Job current;
  private boolean started;
  private long jobs;

  /**
   * @param threads how many share the work, the caller among them
   */
  Team(int threads) {
    helpers = new Helper[threads - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper();
    }
  }

  /** The one that all share: as many threads as there are processors. */
  public static Team shared() {
    return SHARED;
  }

  /** Whether the helpers are at work: whoever cuts work into parts now does all by itself. */
  boolean isBusy() {
    return busy.get();
  }

  /**
   * Does all parts, from 0 up to but without {@code parts}, in any order, and returns when they are
   * done. Where the helpers are at work already, as within a part, the caller does all by itself.
   */
  public void each(int parts, IntConsumer part) {
    if (parts == 1 || helpers.length == 0 || !busy.compareAndSet(false, true)) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
      return;
    }
    try {
      Job job = new Job(++jobs, parts, part);
      call(job);
      job.help();
      job.await();
    } finally {
      current = null;
      busy.set(false);
    }
  }

  private void call(Job job) {
    current = job;
    if (!started) {
      started = true;
      for (Helper helper : helpers) {
        helper.start();
      }
    }
    for (Helper helper : helpers) {
      if (helper.asleep) {
        LockSupport.unpark(helper);
      }
    }
  }

  /** Work in parts. Helpers remember its number only, so that nothing it reads is kept alive. */
  private static final class Job {
    private final long number;
    private final int parts;
    private final IntConsumer part;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    Job(long number, int parts, IntConsumer part) {
      this.number = number;
      this.parts = parts;
      this.part = part;
    }

    /** Takes parts until none is left; answers its number. */
    long help() {
      for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
        try {
          part.accept(i);
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          done.incrementAndGet();
        }
      }
      return number;
    }

    /** Returns when every part is done. */
    @SuppressWarnings("ThreadPriorityCheck") // correct without it; others get the core sooner
    void await() {
      for (int looks = 0; done.get() < parts; looks++) {
        if (looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
      Throwable thrown = failure;
      if (thrown != null) {
        throw new IllegalStateException("a part of shared work failed", thrown);
      }
    }
  }

  private final class Helper extends Thread {
    private volatile boolean asleep;

    Helper() {
      super("kernel");
      setDaemon(true);
    }

    @Override
    public void run() {
      long last = 0;
      while (true) {
        last = next(last).help();
      }
    }

    /** The next job, whenever it comes. */
    private Job next(long last) {
      long begin = System.nanoTime();
      while (true) {
        for (int looks = 0; looks < LOOKS; looks++) {
          Job job = current;
          if (job != null && job.number != last) {
            return job;
          }
          Thread.onSpinWait();
        }
        if (System.nanoTime() - begin > AWAKE_NANOS) {
          rest(last);
          begin = System.nanoTime();
        }
      }
    }

    private void rest(long last) {
      asleep = true;
      Job job = current;
      if (job == null || job.number == last) {
        LockSupport.park(Team.this);
      }
      asleep = false;
    }
  }
}
