package attentionscope.train;

import attentionscope.files.Problem;
import attentionscope.model.Predictor;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a model does what a task asks, on samples it never learned from.
 *
 * <p>An answer is right when every word by which it is judged is the likeliest one. Each word is
 * told with the right words before it; that is no help, for a model that writes by itself, always
 * the likeliest word, has the same words before it as long as it is right.
 *
 * @param samples how many answers were judged
 * @param right how many were right in every word
 * @param choices how many places were looked at where one of two words is right
 * @param chosen at how many of these the right one was likelier
 */
public record Examination(int samples, int right, int choices, int chosen) {

  /** Before anything was looked at. */
  public static final Examination NOTHING = new Examination(0, 0, 0, 0);

  private static final int AT_ONCE = 64;

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    return (double) right / samples;
  }

  /**
   * What the task is about, 0 to 1: the share of right choices where samples have such a place, for
   * what else they hold may be beyond knowing; else {@link #accuracy}.
   */
  public double mastery() {
    return choices > 0 ? (double) chosen / choices : accuracy();
  }

  /**
   * Examines a model.
   *
   * @param parameters of the model
   * @param seed of the samples
   * @param samples how many, at least 1
   */
  public static Examination of(
      Predictor model, Parameters parameters, Task task, long seed, int samples) throws Problem {
    Examination all = NOTHING;
    for (int first = 0; first < samples; first += AT_ONCE) {
      List<Sample> some = new ArrayList<>();
      for (int i = first; i < Math.min(samples, first + AT_ONCE); i++) {
        some.add(task.sample(seed, i, Part.TEST));
      }
      all = all.plus(of(model, parameters, task, some));
    }
    return all;
  }

  /**
   * Examines a model on these samples, all at once.
   *
   * @param samples of the task, at least one
   */
  public static Examination of(
      Predictor model, Parameters parameters, Task task, List<Sample> samples) throws Problem {
    Batches batches = new Batches(task, model);
    Batch batch = batches.batch(samples);
    Node logits = model.logits(new Graph(Tape.plain(), parameters), batch.input());
    return judge(samples, batch, batches, logits);
  }

  private static Examination judge(
      List<Sample> samples, Batch batch, Batches batches, Node logits) {
    int rows = batch.targets().size() / samples.size();
    Examination all = new Examination(0, 0, 0, 0);
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      int first = i * rows + batches.begins(sample);
      boolean right =
          batches.judged(sample).stream()
              .allMatch(
                  place -> likeliest(logits, first + place) == batch.targets().get(first + place));
      int chosen =
          sample
              .choice()
              .filter(
                  choice ->
                      logits.at(first + choice.place(), batches.targetId(choice.right()))
                          > logits.at(first + choice.place(), batches.targetId(choice.wrong())))
              .map(choice -> 1)
              .orElse(0);
      int choices = sample.choice().isPresent() ? 1 : 0;
      all = all.plus(new Examination(1, right ? 1 : 0, choices, chosen));
    }
    return all;
  }

  /** The word with the largest score. */
  static int likeliest(Node logits, int row) {
    int best = 0;
    for (int word = 1; word < logits.value().numCols; word++) {
      if (logits.at(row, word) > logits.at(row, best)) {
        best = word;
      }
    }
    return best;
  }

  /** Both together. */
  public Examination plus(Examination other) {
    return new Examination(
        samples + other.samples,
        right + other.right,
        choices + other.choices,
        chosen + other.chosen);
  }
}
