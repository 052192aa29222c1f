package attentionscope.workspace.recurrent;

import attentionscope.files.Problem;
import attentionscope.train.Examination;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import attentionscope.workspace.training.TrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of a task's samples, none of which it learned from, a trained model answers right, by
 * how long they are. Blanks that only fill up a sample do not count.
 *
 * @param task the name of what it was trained on
 * @param byLength what was found, by the number of words
 * @param samples how many were looked at
 */
public record LengthStudy(String task, SortedMap<Integer, Examination> byLength, int samples) {

  /** How many are looked at in all. */
  public static final int ALL = 1024;

  /** With fewer samples a share says little. */
  public static final int FEW = 12;

  private static final int AT_ONCE = 64;
  private static final long SEED = 11;

  public LengthStudy {
    byLength = Collections.unmodifiableSortedMap(new TreeMap<>(byLength));
  }

  static LengthStudy of(Task task) {
    return new LengthStudy(task.name(), new TreeMap<>(), 0);
  }

  public boolean done() {
    return samples >= ALL;
  }

  /** All samples together. */
  public Examination together() {
    return byLength.values().stream().reduce(Examination.NOTHING, Examination::plus);
  }

  /** Some samples more. */
  LengthStudy more(TrainedModel trained) throws Problem {
    SortedMap<Integer, List<Sample>> some = new TreeMap<>();
    for (int i = samples; i < samples + AT_ONCE; i++) {
      Sample sample = trained.task().sample(SEED, i, Part.TEST);
      some.computeIfAbsent(length(sample), length -> new ArrayList<>()).add(sample);
    }
    SortedMap<Integer, Examination> longer = new TreeMap<>(byLength);
    for (var entry : some.entrySet()) {
      Examination found =
          Examination.of(
              trained.model(), trained.model().parameters(), trained.task(), entry.getValue());
      longer.merge(entry.getKey(), found, Examination::plus);
    }
    return new LengthStudy(task, longer, samples + AT_ONCE);
  }

  private static int length(Sample sample) {
    int length = sample.source().size();
    while (length > 0 && sample.source().get(length - 1).equals(Task.BLANK)) {
      length--;
    }
    return length;
  }
}
