package attentionscope.workspace;

import attentionscope.checkpoint.GenerationConfig;
import attentionscope.files.Problem;
import attentionscope.model.Predictor;
import attentionscope.model.generation.Rules;
import attentionscope.train.task.Task;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What an opened model may write. A checkpoint does as its files say; one of this program's own
 * writes no start tokens, padding or masks, and ends with {@link Task#END}, where its vocabulary
 * has these.
 */
final class WritingRules {

  private WritingRules() {}

  /** The model, where it writes. */
  static Optional<Predictor> writer(OpenedModel opened) {
    return opened.model() instanceof Predictor predictor && predictor.writes()
        ? Optional.of(predictor)
        : Optional.empty();
  }

  /**
   * The model.
   *
   * @throws Problem when it does not write
   */
  static Predictor needed(OpenedModel opened) throws Problem {
    if (!opened.card().runs() && !opened.card().missing().isEmpty()) {
      throw opened.card().missing().getFirst();
    }
    return writer(opened)
        .orElseThrow(() -> new Problem("model.problem.writes-nothing", opened.model().name()));
  }

  /**
   * The rules.
   *
   * @param most how many tokens are written at most
   * @param before how many there are before
   * @throws Problem when a checkpoint's files want something that is not done here
   */
  static Rules of(OpenedModel opened, int most, int before) throws Problem {
    Optional<GenerationConfig> said = opened.habits().known();
    if (said.isPresent()) {
      return said.get().rules(most, before);
    }
    List<String> words = opened.target().orElse(opened.source()).words();
    int end = words.indexOf(Task.END);
    int padding = Math.max(0, words.indexOf(Task.PAD));
    List<List<Integer>> unsaid =
        Stream.of(Task.PAD, Task.START, Task.MASK)
            .filter(words::contains)
            .map(word -> List.of(words.indexOf(word)))
            .toList();
    return new Rules(
        most, 0, end < 0 ? List.of() : List.of(end), padding, OptionalInt.empty(), unsaid);
  }
}
