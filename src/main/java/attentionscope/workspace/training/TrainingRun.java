package attentionscope.workspace.training;

import attentionscope.checkpoint.Matrices;
import attentionscope.checkpoint.OwnConfig;
import attentionscope.checkpoint.OwnModel;
import attentionscope.files.BoundedFile;
import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.files.WholeFile;
import attentionscope.model.Frozen;
import attentionscope.model.Predictor;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.nn.SeededParameters;
import attentionscope.nn.StoredParameters;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import attentionscope.trace.TensorId;
import attentionscope.train.Batch;
import attentionscope.train.Batches;
import attentionscope.train.Examination;
import attentionscope.train.Trainer;
import attentionscope.train.task.Kind;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import attentionscope.train.task.Tasks;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/**
 * A model that learns a task. It can be saved at any step and go on from there as if it had never
 * been interrupted.
 */
public final class TrainingRun {

  /** Holds everything that the next step depends on. */
  public static final String STATE = "training.safetensors";

  private static final String STEPS = "steps";

  /** Answers judged for the notes beside a model that is saved on the way. */
  private static final int NOTED = 64;

  private static final String SUFFIX = ".json";

  private final Plan plan;
  private final Task task;
  private final OwnConfig config;
  private final OwnModel own;
  private final Predictor model;
  private final Batches batches;
  private final Trainer trainer;

  /**
   * Begins.
   *
   * @throws Problem when there is no such task or kind, or they do not suit each other
   */
  public TrainingRun(ProgramFolder program, Plan plan) throws Problem {
    this(program, plan, plan.special().from());
  }

  private TrainingRun(ProgramFolder program, Plan plan, Optional<String> from) throws Problem {
    this.plan = plan.checked();
    task = new Tasks(program).open(plan.task());
    Typed example = plan.special().example().orElseGet(this::sample);
    OwnConfig open =
        OwnConfig.of(
            kindFile(program, plan.kind()),
            plan.special().change(),
            task.sourceWords(),
            task.targetWords(),
            example.source(),
            example.target());
    boolean ends = task.ends() || task.kind() != Kind.PAIRS;
    config = ends ? open : open.answering(task.longestTarget());
    String name = task.name() + ", " + plan.kind();
    own = OwnModel.of(name, config.seeded(plan.seed()));
    if (!(own.model() instanceof Predictor predictor)) {
      throw new Problem("workspace.problem.predicts-nothing", plan.kind());
    }
    model = predictor;
    batches = new Batches(task, model);
    Parameters seeded = new SeededParameters(plan.seed());
    trainer =
        new Trainer(
            model,
            from.isPresent() ? inherited(program, from.get(), seeded) : seeded,
            plan.settings());
  }

  private Typed sample() {
    Sample sample = task.sample(plan.seed(), 0, Part.TEST);
    return new Typed(
        String.join(" ", sample.source()),
        task.kind() == Kind.PAIRS ? String.join(" ", sample.target()) : "");
  }

  /** What another model has learned; one run shows whether it suits this one. */
  private Parameters inherited(ProgramFolder program, String from, Parameters rest) throws Problem {
    Inherited inherited = Inherited.open(program, from, task.sourceWords(), rest);
    Batch one = batches.batch(plan.seed(), 0, 1, Part.TRAIN);
    model.logits(new Graph(Tape.plain(), inherited), one.input());
    inherited.requireUsed(plan.kind());
    return inherited;
  }

  private static Path kindFile(ProgramFolder program, String kind) throws Problem {
    Path kinds = program.assets().resolve("kinds");
    if (Files.isRegularFile(Path.of(kind))) {
      return Path.of(kind);
    }
    Path file = kinds.resolve(kind + SUFFIX);
    if (kind.matches("[a-z0-9-]+") && Files.isRegularFile(file)) {
      return file;
    }
    List<String> known = kinds(program);
    List<String> near = Nearest.names(kind, known, known.size());
    throw new Problem(
        "workspace.problem.no-kind", kind, String.join(", ", near.isEmpty() ? known : near));
  }

  /**
   * The kinds of models that come with the program.
   *
   * @throws Problem when the program's folder can't be read
   */
  public static List<String> kinds(ProgramFolder program) throws Problem {
    Path kinds = program.assets().resolve("kinds");
    try (Stream<Path> files = Files.list(kinds)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException fault) {
      throw new Problem(fault, "files.problem.unreadable", kinds, BoundedFile.said(fault));
    }
  }

  /**
   * Goes on from a folder that {@link #save} wrote.
   *
   * @throws Problem when it holds no such run
   */
  public static TrainingRun resume(ProgramFolder program, Path folder) throws Problem {
    Path file = folder.resolve(STATE);
    Matrices state = Matrices.read(file);
    Plan plan = Plan.read(file, state.notes());
    TrainingRun run = new TrainingRun(program, plan, Optional.empty());
    run.trainer.resume(new Notes(file, state.notes()).count(STEPS), state.byId());
    return run;
  }

  public Plan plan() {
    return plan;
  }

  public Task task() {
    return task;
  }

  /** How many steps have been taken. */
  public int steps() {
    return trainer.steps();
  }

  public boolean isDone() {
    return steps() >= plan.steps();
  }

  /** Learns from the next batch: every step sees samples of its own, as long as there are any. */
  public Trainer.Step step() throws Problem {
    return trainer.step(batches.batch(batch(trainer.steps(), plan.batch())));
  }

  /**
   * What a step learns from.
   *
   * @param step from 0
   * @param most of its samples
   */
  private List<Sample> batch(int step, int most) {
    long first = (long) step * plan.batch();
    int few = plan.special().samples();
    return LongStream.range(first, first + Math.min(most, plan.batch()))
        .map(index -> few > 0 ? index % few : index)
        .mapToObj(index -> task.sample(plan.seed(), index, Part.TRAIN))
        .toList();
  }

  /** How well it does on samples that it never learns from. */
  public Examination examine(long seed, int samples) throws Problem {
    return Examination.of(model, trainer.parameters(), task, seed, samples);
  }

  /**
   * How well it does on what it learned from in its last step.
   *
   * @param samples how many of these at most
   */
  public Examination examineLearned(int samples) throws Problem {
    List<Sample> last = batch(Math.max(0, steps() - 1), samples);
    return Examination.of(model, trainer.parameters(), task, last);
  }

  /** The mean loss over samples that it never learns from, with nothing left out. */
  public float lossOnUnseen(int samples) throws Problem {
    return trainer.loss(batches.batch(plan.seed(), 0, samples, Part.TEST));
  }

  /** What it has learned by now; the steps that follow leave these matrices as they are. */
  public Map<TensorId, FMatrixRMaj> learned() {
    return trainer.learned();
  }

  /**
   * The model as it is now; the steps that follow don't change it. It holds what runs have asked
   * for, so that there has to have been one.
   *
   * @param name how the user is to call it
   */
  public OpenedModel frozen(String name) {
    Origin origin = steps() == 0 ? new Origin.Seed(plan.seed()) : new Origin.Learned(steps());
    Predictor now = new Frozen(model, name, new StoredParameters(trainer.learned(), origin));
    return OpenedModel.of(
        new OwnModel(
            now,
            own.sourceWords(),
            own.targetWords(),
            own.exampleSource(),
            own.exampleTarget(),
            own.longestAnswer()));
  }

  /**
   * Writes a folder that opens as a model, and from which {@link #resume} goes on.
   *
   * @param found what an examination found, to be noted beside the weights
   * @throws Problem when the folder can't be written
   */
  public void save(Path folder, Examination found) throws Problem {
    create(folder);
    Map<TensorId, FMatrixRMaj> state = trainer.state();
    Map<TensorId, FMatrixRMaj> weights = new TreeMap<>(state);
    weights.keySet().removeIf(id -> id.path().contains("/"));
    new Matrices(state, notes(steps(), found)).write(folder.resolve(STATE));
    write(folder, weights, notes(steps(), found));
  }

  /**
   * Writes a folder that opens as the model it was after some of its steps.
   *
   * @param learned by then, as {@link #learned} told it
   * @param after how many steps
   * @throws Problem when the folder can't be written
   */
  public void save(Path folder, Map<TensorId, FMatrixRMaj> learned, int after) throws Problem {
    create(folder);
    Parameters then = new StoredParameters(learned, new Origin.Learned(after));
    write(folder, learned, notes(after, Examination.of(model, then, task, plan.seed(), NOTED)));
  }

  private static void create(Path folder) throws Problem {
    try {
      Files.createDirectories(folder);
    } catch (IOException fault) {
      throw new Problem(fault, "files.problem.unwritable", folder, BoundedFile.said(fault));
    }
  }

  private Map<String, String> notes(int after, Examination found) {
    Map<String, String> notes = new LinkedHashMap<>(plan.written());
    notes.put(STEPS, Integer.toString(after));
    notes.put("examined", Integer.toString(found.samples()));
    notes.put("right", Integer.toString(found.right()));
    if (found.choices() > 0) {
      notes.put("choices", Integer.toString(found.choices()));
      notes.put("chosen", Integer.toString(found.chosen()));
    }
    return notes;
  }

  private void write(Path folder, Map<TensorId, FMatrixRMaj> weights, Map<String, String> notes)
      throws Problem {
    new Matrices(weights, notes).write(folder.resolve(OwnModel.WEIGHTS));
    WholeFile.write(
        folder.resolve(OwnModel.CONFIG),
        out -> out.write(config.trained().getBytes(StandardCharsets.UTF_8)));
  }
}
