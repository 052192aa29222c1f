package attentionscope.workspace.training;

import attentionscope.files.Problem;
import attentionscope.nn.Loss;
import attentionscope.train.Adam;
import attentionscope.train.Batch;
import attentionscope.train.Schedule;
import attentionscope.train.Trainer;
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
    double smoothing) {

  /** A batch is cut into this many runs: as many as small machines have cores. */
  private static final int PARTS = 2;

  private static final int MOST_STEPS = 10_000_000;
  private static final int LARGEST_BATCH = 4096;

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
            read.number("smoothing"))
        .checked();
  }
}
