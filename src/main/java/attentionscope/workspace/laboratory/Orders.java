package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lets steps follow each other as they are ordered, on a thread of their own that gives way to
 * others. Orders return at once.
 */
final class Orders {

  /** A step of every run. */
  interface Round {
    void take(Speed speed) throws Problem;
  }

  private final Board board;
  private final Round round;
  private final Object work;
  private final Speed speed = new Speed();
  private boolean stepping; // whether its thread is at work; guarded by this, as all below
  private int owed;
  private boolean due;

  /**
   * @param work is held while a round is taken
   */
  Orders(Board board, Object work, Round round) {
    this.board = board;
    this.work = work;
    this.round = round;
  }

  /** Lets steps follow each other, until all are taken. */
  void play() {
    order(next -> next.playing = true);
  }

  void pause() {
    order(next -> next.playing = false);
  }

  /** Takes one step. */
  synchronized void step() {
    owed++;
    order(next -> next.playing = false);
  }

  /**
   * Goes slower, or as fast as it can.
   *
   * @param pace steps a second at most; 0 for any
   */
  void pace(int pace) {
    order(next -> next.pace = Math.max(0, pace));
  }

  /** A step that was ordered is not taken any more, unless it is under way. */
  synchronized void forget() {
    due = false;
    owed = 0;
  }

  /** Takes a step at once; whoever asks holds the work. */
  void now() throws Problem {
    round.take(speed);
  }

  @SuppressWarnings("ThreadPriorityCheck") // correct without it; the window gets the core sooner
  private synchronized void order(Board.Change change) {
    board.publish(
        next -> {
          change.in(next);
          next.playing &= !next.runs.isEmpty() && !isDone();
          next.ended = next.playing ? Optional.empty() : next.ended;
          next.fault = Optional.empty();
          next.speed = OptionalDouble.empty();
        });
    if (!stepping && hasMore()) {
      stepping = true;
      Thread thread = Thread.ofPlatform().name("training").daemon().unstarted(this::work);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
    notifyAll();
  }

  private boolean isDone() {
    return board.state().runs().stream().allMatch(run -> run.step() >= run.plan().steps());
  }

  private boolean hasMore() {
    return (board.state().playing() || owed > 0) && !isDone();
  }

  /** Whether there is another step to take now; waits until it is time for it. */
  private synchronized boolean next() {
    while (hasMore()) {
      long wait = owed > 0 ? 0 : speed.wait(board.state().pace());
      if (wait <= 0) {
        owed = Math.max(0, owed - 1);
        due = true;
        return true;
      }
      try {
        wait(wait);
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    owed = 0;
    stepping = false;
    return false;
  }

  private void work() {
    speed.begin();
    while (next()) {
      try {
        synchronized (work) {
          if (isStillDue()) {
            now();
          }
        }
      } catch (Problem problem) {
        board.publish(
            next -> {
              next.playing = false;
              next.fault = Optional.of(problem);
            });
      }
    }
  }

  /** Not any more where other runs have taken the place of those it was due to. */
  private synchronized boolean isStillDue() {
    return due;
  }
}
