package attentionscope.train;

import attentionscope.files.Problem;
import attentionscope.model.ModelInput;
import attentionscope.model.Predictor;
import attentionscope.model.Tokens;
import attentionscope.train.task.Kind;
import attentionscope.train.task.Part;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A task's samples as a model takes them: words become ids, shorter sequences are filled up, and
 * the decoder reads the target shifted right (teacher forcing).
 */
public final class Batches {

  private final Task task;
  private final boolean readsTarget;
  private final boolean judgesWhole;
  private final boolean judgesLast;
  private final Map<String, Integer> sourceIds;
  private final Map<String, Integer> targetIds;

  /**
   * @throws Problem when the model can't do what the task asks for
   */
  public Batches(Task task, Predictor model) throws Problem {
    readsTarget = model.readsTarget();
    if (readsTarget != (task.kind() == Kind.PAIRS)) {
      throw new Problem(
          readsTarget ? "train.problem.needs-pairs" : "train.problem.needs-decoder",
          task.name(),
          model.name());
    }
    judgesWhole = model.judgesWhole();
    if (judgesWhole && task.kind() != Kind.LABEL) {
      throw new Problem("train.problem.needs-words", task.name(), model.name());
    }
    judgesLast = task.kind() == Kind.LABEL && model.seesOnlyBefore();
    this.task = task;
    sourceIds = ids(task.sourceWords());
    targetIds = ids(task.targetWords());
  }

  /**
   * Samples as one batch.
   *
   * @param first number of the first sample
   * @param count how many
   */
  public Batch batch(long seed, long first, int count, Part part) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(task.sample(seed, first + i, part));
    }
    return batch(samples);
  }

  /** These samples as one batch. */
  public Batch batch(List<Sample> samples) {
    List<List<String>> sources = samples.stream().map(Sample::source).toList();
    Tokens source = tokens(sources, sourceIds);
    if (!readsTarget) {
      List<Integer> targets = new ArrayList<>();
      for (Sample sample : samples) {
        targets.addAll(expected(sample, judgesWhole ? 1 : source.length()));
      }
      return new Batch(new ModelInput(source, Optional.empty(), ""), targets);
    }
    List<List<String>> written = samples.stream().map(this::written).toList();
    List<List<String>> read = written.stream().map(Batches::shiftedRight).toList();
    Tokens target = tokens(read, targetIds);
    List<Integer> targets = new ArrayList<>();
    for (List<String> words : written) {
      targets.addAll(filled(words.stream().map(this::targetId).toList(), target.length()));
    }
    return new Batch(new ModelInput(source, Optional.of(target), ""), targets);
  }

  /** What a decoder is to write. */
  private List<String> written(Sample sample) {
    List<String> words = new ArrayList<>(sample.target());
    if (task.ends()) {
      words.add(Task.END);
    }
    return words;
  }

  /** What it has before it as it writes each of them. */
  private static List<String> shiftedRight(List<String> written) {
    List<String> read = new ArrayList<>(List.of(Task.START));
    read.addAll(written.subList(0, written.size() - 1));
    return read;
  }

  /**
   * The row of a sample's logits where its target begins, and by which it is judged. Where a model
   * sees only what came before, a class is told at the last word (Radford et al. 2018).
   */
  int begins(Sample sample) {
    return judgesLast ? sample.source().size() - 1 : 0;
  }

  /**
   * The targets of a model without a decoder of its own, one a source word. Where every word sees
   * all others, a class is told at each.
   */
  private List<Integer> expected(Sample sample, int length) {
    List<Integer> ids = new ArrayList<>(Collections.nCopies(begins(sample), Batch.NOTHING));
    for (int place = 0; place < sample.target().size(); place++) {
      boolean counts = task.kind() != Kind.MASKED || sample.judged().contains(place);
      ids.add(counts ? targetId(sample.target().get(place)) : Batch.NOTHING);
    }
    boolean everywhere = task.kind() == Kind.LABEL && !judgesWhole && !judgesLast;
    return filled(
        everywhere ? Collections.nCopies(sample.source().size(), ids.getFirst()) : ids, length);
  }

  private static List<Integer> filled(List<Integer> ids, int length) {
    List<Integer> filled = new ArrayList<>(ids);
    filled.addAll(Collections.nCopies(length - ids.size(), Batch.NOTHING));
    return filled;
  }

  /** The places by which an answer is judged; where it ends is a part of what is written. */
  List<Integer> judged(Sample sample) {
    List<Integer> places = new ArrayList<>(sample.judged());
    if (readsTarget && task.ends()) {
      places.add(sample.target().size());
    }
    return places;
  }

  /** The id of a word that is answered. */
  int targetId(String word) {
    return Objects.requireNonNull(targetIds.get(word), () -> task.name() + " has no word " + word);
  }

  private static Tokens tokens(List<List<String>> sequences, Map<String, Integer> ids) {
    int longest = sequences.stream().mapToInt(List::size).max().orElseThrow();
    List<Integer> all = new ArrayList<>();
    List<Boolean> padding = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (List<String> words : sequences) {
      for (int place = 0; place < longest; place++) {
        boolean fills = place >= words.size();
        String word = fills ? Task.PAD : words.get(place);
        all.add(Objects.requireNonNull(ids.get(word), () -> "no word " + word));
        padding.add(fills);
        labels.add(word);
      }
    }
    return new Tokens(sequences.size(), all, padding, labels);
  }

  private static Map<String, Integer> ids(List<String> words) {
    Map<String, Integer> ids = new HashMap<>();
    for (String word : words) {
      ids.put(word, ids.size());
    }
    return ids;
  }
}
