package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.TensorId;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Typed;
import attentionscope.workspace.training.Recipe;
import attentionscope.workspace.training.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lets an experiment's runs take their steps, side by side, and publishes how they stand. Orders
 * return at once; the steps are taken on a thread of their own, that gives way to others.
 *
 * <p>Its snapshots are models like any other, by the names that {@link Name} tells.
 */
public final class Laboratory implements ModelLibrary.Lender {

  /** Answers judged for the notes beside a model that is saved. */
  private static final int EXAMINED = 64;

  private final ProgramFolder program;
  private final Tasks tasks;
  private final Presets presets;
  private final Kinds kinds;

  /** Held while runs take a step, or give way to others. Nobody waits for it in a window. */
  private final Object work = new Object();

  private List<Bench> benches = List.of(); // guarded by work

  private volatile Optional<Path> kept = Optional.empty();
  private final Looking looking = new Looking();
  private final Board board = new Board();
  private final Held held = new Held(board);
  private final Orders orders = new Orders(board, work, this::advance);

  public Laboratory(ProgramFolder program) {
    this.program = program;
    tasks = new Tasks(program);
    presets = new Presets(program);
    kinds = new Kinds(program);
  }

  /** What is good to begin with. */
  public Presets presets() {
    return presets;
  }

  /** How it stands. */
  public LabState state() {
    return board.state();
  }

  /**
   * Begins anew, unless the runs are the ones there are.
   *
   * @throws Problem when a plan can't be followed; then everything stays as it was
   */
  public void prepare(Experiment experiment) throws Problem {
    LabState before = board.state();
    if (!before.runs().isEmpty() && before.experiment().learnsAs(experiment)) {
      board.publish(runs -> runs.experiment = experiment);
      return;
    }
    begin(experiment);
  }

  /**
   * Begins anew, with what is tried out as it is.
   *
   * @throws Problem when a plan can't be followed
   */
  public void reset() throws Problem {
    begin(board.state().experiment());
  }

  private void begin(Experiment experiment) throws Problem {
    List<Bench> fresh = new ArrayList<>();
    for (var plan : experiment.plans()) {
      fresh.add(Bench.begin(program, Name.RUNS.get(fresh.size()), plan));
    }
    take(fresh, experiment);
  }

  /**
   * Goes on with a run that was saved.
   *
   * @param folder that {@link TrainingRun#save} wrote
   * @throws Problem when it holds none
   */
  public void resume(Path folder) throws Problem {
    TrainingRun run = TrainingRun.resume(program, folder);
    take(List.of(new Bench(Name.RUNS.getFirst(), run)), Experiment.of(run.plan()));
  }

  private void take(List<Bench> fresh, Experiment experiment) {
    pause();
    synchronized (work) {
      orders.forget();
      benches = List.copyOf(fresh);
      held.forget();
      looking.forget();
      board.publish(
          next -> {
            next.experiment = experiment;
            next.runs = soFar();
            next.ended = Optional.empty();
            next.fault = Optional.empty();
          });
    }
  }

  /** Lets steps follow each other, until all are taken. */
  public void play() {
    orders.play();
  }

  public void pause() {
    orders.pause();
  }

  /** Takes one step. */
  public void step() {
    orders.step();
  }

  /**
   * Goes slower, or as fast as it can.
   *
   * @param pace steps a second at most; 0 for any
   */
  public void pace(int pace) {
    orders.pace(pace);
  }

  /** A step of every run. */
  private void advance(Speed speed) throws Problem {
    for (Bench bench : benches) {
      bench.step();
    }
    speed.stepped();
    board.publish(
        next -> {
          next.runs = soFar();
          Optional<LabState.Ending> ending = ending(next);
          if (ending.isPresent()) {
            next.ended = ending;
            next.playing = false;
          }
          next.speed = next.playing ? speed.now() : OptionalDouble.empty();
        });
  }

  private static Optional<LabState.Ending> ending(Board.Draft now) {
    RunSoFar first = now.runs.getFirst();
    OptionalDouble until = now.experiment.until();
    boolean known = until.isPresent() && first.glance().step() == first.step();
    if (known && first.glance().unseen() >= until.getAsDouble()) {
      return Optional.of(LabState.Ending.UNSEEN);
    }
    return first.step() >= first.plan().steps()
        ? Optional.of(LabState.Ending.STEPS)
        : Optional.empty();
  }

  private List<RunSoFar> soFar() {
    return benches.stream().map(Bench::soFar).toList();
  }

  /**
   * {@inheritDoc} What a recipe gives is learned first, unless it has been; it may take a while.
   */
  @Override
  public Optional<OpenedModel> lend(String text) throws Problem {
    Optional<Name> name = Name.parse(text);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.get().isRecipe()) {
      reach(Experiment.of(Recipe.read(Path.of(name.get().run())).plan()), name.get().step());
    }
    return Optional.of(held.snapshot(name.get()).model());
  }

  /**
   * Takes steps at once, until so many are taken.
   *
   * @throws Problem when the plan can't be followed so far
   */
  public void reach(Experiment experiment, int step) throws Problem {
    if (step > experiment.plan().steps()) {
      throw new Problem("workspace.problem.beyond-plan", step, experiment.plan().steps());
    }
    prepare(experiment);
    pause();
    synchronized (work) {
      while (board.state().step() < step) {
        orders.now();
      }
    }
  }

  /**
   * What is to be seen of a snapshot besides its run.
   *
   * @param name of the snapshot
   * @param typed the text that the run reads
   * @param weights of the head that is followed through the training, where there is one
   * @throws Problem when there is no such snapshot, or it can't read the text
   */
  public Sight sight(Name name, Typed typed, Optional<TensorId> weights) throws Problem {
    LabState now = board.state();
    Snapshot snapshot = held.snapshot(name);
    RunSoFar run = now.runs().get(Math.min(name.index(), now.runs().size() - 1));
    List<Sight.Through> through =
        weights.isPresent() ? looking.through(run, typed, weights.get()) : List.of();
    Task task = tasks.open(run.plan().task());
    return new Sight(
        now,
        name,
        presets.tasks(),
        kinds.of(run.plan()),
        presets.models(),
        left().isPresent() && !hasLearned(),
        through,
        Looking.answers(snapshot, task, run.plan().seed()));
  }

  /**
   * The name of a snapshot, which can be opened from now on even if the run makes room for others.
   *
   * @param run which run it is of, from 0
   */
  public String hold(int run, Snapshot snapshot) {
    return held.hold(run, snapshot);
  }

  /**
   * The name of the snapshot that is looked at when one asks for a step: that one or, where it is
   * not kept, the last one before it.
   */
  public String nearest(Name name) {
    return held.nearest(name);
  }

  /**
   * Writes a snapshot as a model's folder; from the newest one training can go on.
   *
   * @throws Problem when there is no such snapshot, or the folder can't be written
   */
  public void saveModel(Path folder, Name name) throws Problem {
    Snapshot snapshot = held.snapshot(name);
    synchronized (work) {
      TrainingRun run = benches.get(name.index()).run();
      if (run.steps() == snapshot.step()) {
        run.save(folder, run.examine(run.plan().seed(), EXAMINED));
      } else {
        run.save(folder, snapshot.learned(), snapshot.step());
      }
    }
  }

  /** Writes the plan of a run as a recipe. */
  public void saveRecipe(Path file, Name name) throws Problem {
    Recipe.write(file, board.state().runs().get(name.index()).plan());
  }

  /** Writes the curves of all runs as a table. */
  public void saveCurves(Path file) throws Problem {
    CurvesCsv.write(file, board.state());
  }

  /** Where the first run is kept when the program ends, so that it can go on another time. */
  public void keepIn(Path folder) {
    kept = Optional.of(folder);
  }

  /** A training that was kept when the program ended. */
  public Optional<Path> left() {
    return kept.filter(folder -> Files.isRegularFile(folder.resolve(TrainingRun.STATE)));
  }

  /** Whether something was learned that is lost when the program ends. */
  public boolean hasLearned() {
    return board.state().step()
        > board.state().runs().stream().mapToInt(RunSoFar::begun).findFirst().orElse(0);
  }

  /**
   * Keeps the first run as it is now.
   *
   * @throws Problem when it can't be written
   */
  public void keep() throws Problem {
    pause();
    if (kept.isPresent() && hasLearned()) {
      synchronized (work) {
        TrainingRun run = benches.getFirst().run();
        run.save(kept.get(), run.examine(run.plan().seed(), EXAMINED));
      }
    }
  }
}
