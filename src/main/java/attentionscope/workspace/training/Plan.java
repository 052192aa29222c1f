package attentionscope.workspace.training;

import attentionscope.checkpoint.OwnConfig;
import attentionscope.files.Problem;
import attentionscope.nn.Loss;
import attentionscope.train.Adam;
import attentionscope.train.Batch;
import attentionscope.train.Schedule;
import attentionscope.train.Trainer;
import attentionscope.workspace.Typed;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is learned and how. The same plan gives the same model, to the bit.
 *
 * @param task the name of a task
 * @param kind the name of a kind of model in {@code assets/kinds}, or a file of that form
 * @param seed of the parameters, the samples and what is left out
 * @param steps how many are taken in all
 * @param batch samples a step
 * @param rate the largest learning rate; it rises over the first {@code warmup} steps and then
 *     falls as a cosine to zero
 * @param warmup how many steps it rises
 * @param clip the largest norm of all gradients together, 0 for any
 * @param dropout the share of cells left out while learning
 * @param smoothing the share that all words have of a target
 * @param special what most plans leave out
 */
public record Plan(
    String task,
    String kind,
    long seed,
    int steps,
    int batch,
    double rate,
    int warmup,
    double clip,
    double dropout,
    double smoothing,
    Special special) {

  /**
   * What most plans leave out.
   *
   * @param change how the model differs from its kind
   * @param from the trained model it begins with: one that came with the program, or a folder
   * @param samples how many it learns from, over and over; 0: every step sees others
   * @param example what is typed before the user types, in place of a sample
   */
  public record Special(
      OwnConfig.Change change, Optional<String> from, int samples, Optional<Typed> example) {

    public static final Special NONE =
        new Special(OwnConfig.Change.NONE, Optional.empty(), 0, Optional.empty());
  }

  /** A plan with nothing special. */
  public Plan(
      String task,
      String kind,
      long seed,
      int steps,
      int batch,
      double rate,
      int warmup,
      double clip,
      double dropout,
      double smoothing) {
    this(task, kind, seed, steps, batch, rate, warmup, clip, dropout, smoothing, Special.NONE);
  }

  /** A batch is cut into this many runs: as many as small machines have cores. */
  private static final int PARTS = 2;

  private static final int MOST_STEPS = 10_000_000;
  private static final int LARGEST_BATCH = 4096;
  private static final int MOST_SAMPLES = 1_000_000;

  private static final String POSITIONS = "positions";
  private static final String WIDTH = "width";
  private static final String LAYERS = "layers";
  private static final String HEADS = "heads";
  private static final String SAMPLES = "samples";
  private static final String EXAMPLE_SOURCE = "example.source";
  private static final String EXAMPLE_TARGET = "example.target";

  /** What suits most tasks. */
  public static Plan usual(String task, String kind) {
    return new Plan(task, kind, 1, 1000, 64, 0.002, 100, 1, 0, 0);
  }

  /**
   * @throws Problem when a number is out of range
   */
  public Plan checked() throws Problem {
    range("steps", steps, 1, MOST_STEPS);
    range("batch", batch, 1, LARGEST_BATCH);
    range("rate", rate, 0, 10);
    range("warmup", warmup, 0, MOST_STEPS);
    range("clip", clip, 0, 1e9);
    range("dropout", dropout, 0, 0.95);
    range("smoothing", smoothing, 0, 0.95);
    range(SAMPLES, special.samples, 0, MOST_SAMPLES);
    return this;
  }

  private static void range(String name, double value, double least, double most) throws Problem {
    if (!(value >= least && value <= most)) {
      throw new Problem("workspace.problem.plan", name, value, least, most);
    }
  }

  Trainer.Settings settings() {
    return new Trainer.Settings(
        new Loss(smoothing, Batch.NOTHING, Optional.empty()),
        Adam.OF_THE_PAPER,
        new Schedule.Cosine(rate, warmup, steps),
        clip,
        dropout,
        seed,
        PARTS);
  }

  /**
   * The same with another value.
   *
   * @param name as recipes call it: {@code rate}
   * @param value empty to leave out what need not be there
   * @throws Problem when it may not have that value
   */
  public Plan with(String name, Object value) throws Problem {
    Map<String, String> notes = written();
    if (value.toString().isEmpty()) {
      notes.remove(name);
    } else {
      notes.put(note(name), value.toString());
    }
    return read(Path.of(task), notes);
  }

  private static String note(String name) {
    return name.equals("steps") ? "planned" : name;
  }

  /** One of its values as it is written; empty where there is none of that name. */
  public String value(String name) {
    return written().getOrDefault(note(name), "");
  }

  /** As the keys of a recipe. */
  Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("task", task);
    keys.put("kind", kind);
    keys.put("seed", seed);
    keys.put("steps", steps);
    keys.put("batch", batch);
    keys.put("rate", rate);
    keys.put("warmup", warmup);
    keys.put("clip", clip);
    keys.put("dropout", dropout);
    keys.put("smoothing", smoothing);
    special.change.positions().ifPresent(positions -> keys.put(POSITIONS, positions));
    special.change.width().ifPresent(width -> keys.put(WIDTH, width));
    special.change.layers().ifPresent(layers -> keys.put(LAYERS, layers));
    special.change.heads().ifPresent(heads -> keys.put(HEADS, heads));
    special.from.ifPresent(from -> keys.put("from", from));
    if (special.samples > 0) {
      keys.put(SAMPLES, special.samples);
    }
    special.example.ifPresent(
        example ->
            keys.put("example", Map.of("source", example.source(), "target", example.target())));
    return keys;
  }

  /** As notes in a file. */
  Map<String, String> written() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("task", task);
    notes.put("kind", kind);
    notes.put("seed", Long.toString(seed));
    notes.put("planned", Integer.toString(steps));
    notes.put("batch", Integer.toString(batch));
    notes.put("rate", Double.toString(rate));
    notes.put("warmup", Integer.toString(warmup));
    notes.put("clip", Double.toString(clip));
    notes.put("dropout", Double.toString(dropout));
    notes.put("smoothing", Double.toString(smoothing));
    special.change.positions().ifPresent(positions -> notes.put(POSITIONS, positions));
    special.change.width().ifPresent(width -> notes.put(WIDTH, Integer.toString(width)));
    special.change.layers().ifPresent(layers -> notes.put(LAYERS, Integer.toString(layers)));
    special.change.heads().ifPresent(heads -> notes.put(HEADS, Integer.toString(heads)));
    special.from.ifPresent(from -> notes.put("from", from));
    if (special.samples > 0) {
      notes.put(SAMPLES, Integer.toString(special.samples));
    }
    special.example.ifPresent(
        example -> {
          notes.put(EXAMPLE_SOURCE, example.source());
          notes.put(EXAMPLE_TARGET, example.target());
        });
    return notes;
  }

  /**
   * Reads what {@link #written} wrote.
   *
   * @throws Problem when a note is missing or is no number
   */
  static Plan read(Path file, Map<String, String> notes) throws Problem {
    Notes read = new Notes(file, notes);
    return new Plan(
            read.text("task"),
            read.text("kind"),
            read.whole("seed"),
            read.count("planned"),
            read.count("batch"),
            read.number("rate"),
            read.count("warmup"),
            read.number("clip"),
            read.number("dropout"),
            read.number("smoothing"),
            special(read))
        .checked();
  }

  private static Special special(Notes read) throws Problem {
    Optional<String> target = read.find(EXAMPLE_TARGET);
    return new Special(
        new OwnConfig.Change(
            read.find(POSITIONS),
            read.findCount(WIDTH),
            read.findCount(LAYERS),
            read.findCount(HEADS)),
        read.find("from"),
        read.findCount(SAMPLES).orElse(0),
        read.find(EXAMPLE_SOURCE).map(source -> new Typed(source, target.orElse(""))));
  }
}
