package attentionscope.train;

import attentionscope.files.Problem;
import attentionscope.model.Predictor;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.trace.Node;
import attentionscope.trace.Tape;
import attentionscope.train.task.Sample;
import attentionscope.train.task.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model answers to a sample, in words. Each word is told with the right words before it, as
 * in an {@link Examination}.
 *
 * @param sample what was asked
 * @param words at the places by which the answer is judged, in their order
 */
public record Answered(Sample sample, List<Word> words) {

  /**
   * A word of an answer.
   *
   * @param said the likeliest one
   * @param expected the right one
   */
  public record Word(String said, String expected) {
    public boolean isRight() {
      return said.equals(expected);
    }
  }

  public Answered {
    words = List.copyOf(words);
  }

  /** Whether every word is right. */
  public boolean isRight() {
    return words.stream().allMatch(Word::isRight);
  }

  /**
   * Asks a model.
   *
   * @param parameters of the model
   * @param samples of the task, at least one
   * @throws Problem when the model can't do what the task asks for
   */
  public static List<Answered> of(
      Predictor model, Parameters parameters, Task task, List<Sample> samples) throws Problem {
    Batches batches = new Batches(task, model);
    Batch batch = batches.batch(samples);
    Node logits = model.logits(new Graph(Tape.plain(), parameters), batch.input());
    int rows = batch.targets().size() / samples.size();
    List<String> vocabulary = task.targetWords();
    List<Answered> all = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      List<Word> words = new ArrayList<>();
      for (int place : batches.judged(samples.get(i))) {
        int row = i * rows + place;
        words.add(
            new Word(
                vocabulary.get(Examination.likeliest(logits, row)),
                vocabulary.get(batch.targets().get(row))));
      }
      all.add(new Answered(samples.get(i), words));
    }
    return all;
  }
}
