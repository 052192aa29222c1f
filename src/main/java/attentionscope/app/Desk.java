package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.view.Busy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What is worked at: one run, and besides it one opening of files. Whatever is newer overtakes what
 * was asked for before, which is given up and never heard of again. All methods are called on the
 * window's thread, and there what was found is done.
 */
final class Desk {

  private final Session.Threads threads;
  private final List<Consumer<Optional<Busy>>> listeners = new ArrayList<>();

  /** Read by the worker, which leaves out what has been overtaken before its turn. */
  private final AtomicLong generation = new AtomicLong();

  private Optional<Task> computing = Optional.empty();
  private Optional<Task> following = Optional.empty();
  private Optional<Task> opening = Optional.empty();
  private String openingName = "";
  private long openings;

  Desk(Session.Threads threads) {
    this.threads = threads;
  }

  /** Finds out, on another thread, what is to be done in the window. */
  interface Work {
    Runnable find() throws Problem;
  }

  /** As {@link Work}, and hands over what is to be done in the window before it is through. */
  interface LongWork {
    Runnable find(Consumer<Runnable> meanwhile) throws Problem;
  }

  /** Tells what is worked at, and when nothing is any more. */
  void subscribe(Consumer<Optional<Busy>> listener) {
    listeners.add(listener);
    listener.accept(busy());
  }

  /** Tells everybody what is worked at now. */
  void tell() {
    Optional<Busy> now = busy();
    List.copyOf(listeners).forEach(listener -> listener.accept(now));
  }

  private Optional<Busy> busy() {
    return opening.isPresent()
        ? Optional.of(new Busy(Optional.of(openingName)))
        : computing.map(task -> Busy.COMPUTING);
  }

  /** Whether a run is being computed. */
  boolean isComputing() {
    return computing.isPresent();
  }

  /** Computes, in the place of what is being computed. */
  void compute(LongWork work, Consumer<Problem> bad) {
    stopComputing();
    long mine = generation.get();
    BooleanSupplier wanted = () -> mine == generation.get();
    Task task =
        new Task(
            () -> {
              if (wanted.getAsBoolean()) {
                finish(
                    () -> work.find(then -> inWindow(then, wanted)),
                    bad,
                    wanted,
                    () -> computing = Optional.empty());
              }
            });
    computing = Optional.of(task);
    tell();
    threads.worker().execute(task);
  }

  /**
   * Opens files, in the place of those that are being opened; runs go on.
   *
   * @param name what is opened, to be told
   */
  void open(String name, Work work, Consumer<Problem> bad) {
    stopOpening();
    long mine = openings;
    Task task =
        new Task(() -> finish(work, bad, () -> mine == openings, () -> opening = Optional.empty()));
    opening = Optional.of(task);
    openingName = name;
    tell();
    threads.opener().execute(task);
  }

  /** Works behind what was computed last, without a word; whatever is newer overtakes it. */
  void follow(Work work, Consumer<Problem> bad) {
    following.ifPresent(Task::giveUp);
    long mine = generation.get();
    BooleanSupplier wanted = () -> mine == generation.get();
    Task task =
        new Task(
            () -> {
              if (wanted.getAsBoolean()) {
                // what is done is not given up by the piece that comes next
                finish(work, bad, wanted, () -> following = Optional.empty());
              }
            });
    following = Optional.of(task);
    threads.worker().execute(task);
  }

  /** Gives up what is being computed; it is not told yet. */
  void stopComputing() {
    computing.ifPresent(Task::giveUp);
    computing = Optional.empty();
    following.ifPresent(Task::giveUp);
    following = Optional.empty();
    generation.incrementAndGet();
  }

  /** Gives up what is being opened, and says whether anything was; it is not told yet. */
  boolean stopOpening() {
    boolean was = opening.isPresent();
    opening.ifPresent(Task::giveUp);
    opening = Optional.empty();
    openings++;
    return was;
  }

  /**
   * Works, and then, in the window, does what was found or says what was wrong, unless nobody waits
   * for it any more.
   */
  private void finish(Work work, Consumer<Problem> bad, BooleanSupplier isWanted, Runnable done) {
    Runnable then = () -> {};
    try {
      then = work.find();
    } catch (Problem problem) {
      then = () -> bad.accept(problem);
    } finally {
      Runnable last = then;
      inWindow(
          () -> {
            done.run();
            last.run();
            tell();
          },
          isWanted);
    }
  }

  private void inWindow(Runnable what, BooleanSupplier isWanted) {
    threads
        .window()
        .execute(
            () -> {
              if (isWanted.getAsBoolean()) {
                what.run();
              }
            });
  }
}
