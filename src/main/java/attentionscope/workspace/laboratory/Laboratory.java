package attentionscope.workspace.laboratory;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.TensorId;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Typed;
import attentionscope.workspace.training.Plan;
import attentionscope.workspace.training.Recipe;
import attentionscope.workspace.training.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets an experiment's runs take their steps, side by side, and publishes how they stand. Orders
 * return at once; the steps are taken on a thread of their own, that gives way to others.
 *
 * <p>Its snapshots are models like any other, by the names that {@link Name} tells.
 */
public final class Laboratory implements ModelLibrary.Lender {

  /** So many of those that were asked for stay, whatever is kept of the run. */
  private static final int REMEMBERED = 24;

  /** Answers judged for the notes beside a model that is saved. */
  private static final int EXAMINED = 64;

  private final ProgramFolder program;
  private final Tasks tasks;
  private final Presets presets;
  private final Map<String, List<String>> kinds = new ConcurrentHashMap<>();

  /** Held while runs take a step, or give way to others. Nobody waits for it in a window. */
  private final Object work = new Object();

  private List<Bench> benches = List.of(); // guarded by work

  private final Map<String, Snapshot> asked =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Snapshot> eldest) {
          return size() > REMEMBERED;
        }
      };

  private volatile Optional<Path> kept = Optional.empty();
  private final Looking looking = new Looking();
  private final Speed speed = new Speed();
  private volatile LabState state = LabState.NOTHING;
  private boolean stepping; // whether its thread is at work; guarded by this, as all below
  private int owed;
  private boolean due;

  public Laboratory(ProgramFolder program) {
    this.program = program;
    tasks = new Tasks(program);
    presets = new Presets(program);
  }

  /** What is good to begin with. */
  public Presets presets() {
    return presets;
  }

  /** How it stands. */
  public LabState state() {
    return state;
  }

  /**
   * Begins anew, unless the runs are the ones there are.
   *
   * @throws Problem when a plan can't be followed; then everything stays as it was
   */
  public void prepare(Experiment experiment) throws Problem {
    LabState before = state;
    if (!before.runs().isEmpty() && before.experiment().learnsAs(experiment)) {
      publish(runs -> runs.experiment = experiment);
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
    begin(state.experiment());
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
      forgetOrders();
      benches = List.copyOf(fresh);
      synchronized (asked) {
        asked.clear();
      }
      looking.forget();
      publish(
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
    order(next -> next.playing = true);
  }

  public void pause() {
    order(next -> next.playing = false);
  }

  /** Takes one step. */
  public synchronized void step() {
    owed++;
    order(next -> next.playing = false);
  }

  /**
   * Goes slower, or as fast as it can.
   *
   * @param pace steps a second at most; 0 for any
   */
  public void pace(int pace) {
    order(next -> next.pace = Math.max(0, pace));
  }

  @SuppressWarnings("ThreadPriorityCheck") // correct without it; the window gets the core sooner
  private synchronized void order(Change change) {
    publish(
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
    return state.runs().stream().allMatch(run -> run.step() >= run.plan().steps());
  }

  private boolean hasMore() {
    return (state.playing() || owed > 0) && !isDone();
  }

  /** Whether there is another step to take now; waits until it is time for it. */
  private synchronized boolean next() {
    while (hasMore()) {
      long wait = owed > 0 ? 0 : speed.wait(state.pace());
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
            advance();
          }
        }
      } catch (Problem problem) {
        publish(
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

  private synchronized void forgetOrders() {
    due = false;
    owed = 0;
  }

  /** A step of every run. */
  private void advance() throws Problem {
    for (Bench bench : benches) {
      bench.step();
    }
    speed.stepped();
    publish(
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

  private static Optional<LabState.Ending> ending(Draft now) {
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
    return Optional.of(snapshot(name.get()).model());
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
      while (state.step() < step) {
        advance();
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
    LabState now = state;
    Snapshot snapshot = snapshot(name);
    RunSoFar run = now.runs().get(Math.min(name.index(), now.runs().size() - 1));
    List<Sight.Through> through =
        weights.isPresent() ? looking.through(run, typed, weights.get()) : List.of();
    Task task = tasks.open(run.plan().task());
    return new Sight(
        now,
        name,
        presets.tasks(),
        kinds(run.plan()),
        presets.models(),
        left().isPresent() && !hasLearned(),
        through,
        Looking.answers(snapshot, task, run.plan().seed()));
  }

  /** The kinds of models that can learn the task of a plan. */
  private List<String> kinds(Plan plan) throws Problem {
    List<String> known = kinds.get(plan.task());
    if (known == null) {
      known = new ArrayList<>();
      for (String kind : TrainingRun.kinds(program)) {
        if (suits(plan, kind)) {
          known.add(kind);
        }
      }
      kinds.put(plan.task(), List.copyOf(known));
    }
    return known;
  }

  private boolean suits(Plan plan, String kind) {
    try {
      return new TrainingRun(program, plan.with("kind", kind)).steps() == 0;
    } catch (Problem unsuited) {
      return false;
    }
  }

  /**
   * The name of a snapshot, which can be opened from now on even if the run makes room for others.
   *
   * @param run which run it is of, from 0
   */
  public String hold(int run, Snapshot snapshot) {
    String name = Name.of(Name.RUNS.get(run), snapshot.step());
    synchronized (asked) {
      asked.put(name, snapshot);
    }
    return name;
  }

  /**
   * The name of the snapshot that is looked at when one asks for a step: that one or, where it is
   * not kept, the last one before it.
   */
  public String nearest(Name name) {
    List<RunSoFar> runs = state.runs();
    synchronized (asked) {
      if (name.index() >= runs.size() || asked.containsKey(name.text())) {
        return name.text();
      }
    }
    RunSoFar run = runs.get(name.index());
    return hold(name.index(), run.snapshots().get(run.index(name.step())));
  }

  private Snapshot snapshot(Name name) throws Problem {
    synchronized (asked) {
      List<RunSoFar> runs = state.runs();
      Optional<Snapshot> kept =
          runs.stream()
              .skip(name.index())
              .limit(1)
              .flatMap(run -> run.snapshots().stream())
              .filter(one -> one.step() == name.step())
              .findFirst()
              .or(() -> Optional.ofNullable(asked.get(name.text())));
      if (kept.isEmpty()) {
        throw new Problem("workspace.problem.no-snapshot", name.text());
      }
      asked.put(name.text(), kept.get());
      return kept.get();
    }
  }

  /**
   * Writes a snapshot as a model's folder; from the newest one training can go on.
   *
   * @throws Problem when there is no such snapshot, or the folder can't be written
   */
  public void saveModel(Path folder, Name name) throws Problem {
    Snapshot snapshot = snapshot(name);
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
    Recipe.write(file, state.runs().get(name.index()).plan());
  }

  /** Writes the curves of all runs as a table. */
  public void saveCurves(Path file) throws Problem {
    CurvesCsv.write(file, state);
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
    return state.step() > state.runs().stream().mapToInt(RunSoFar::begun).findFirst().orElse(0);
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

  private interface Change {
    void in(Draft next);
  }

  /** The next state while it is made. */
  private static final class Draft {
    private Experiment experiment;
    private List<RunSoFar> runs;
    private boolean playing;
    private int pace;
    private OptionalDouble speed;
    private Optional<LabState.Ending> ended;
    private Optional<Problem> fault;

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

  private synchronized void publish(Change change) {
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
}
