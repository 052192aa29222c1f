package attentionscope.lesson;

import attentionscope.lesson.prose.Block;
import attentionscope.lesson.prose.Inline;
import attentionscope.lesson.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a lesson says at one moment, its numbers filled in.
 *
 * @param title of the step
 * @param body what is said
 * @param note what only the teacher reads; empty where there is none
 * @param asked the question and how it stands
 */
public record Spoken(String title, List<Block> body, List<Block> note, Optional<Asked> asked) {

  /**
   * A question and how it stands.
   *
   * @param question decides which control takes the answer
   * @param lines its choices or its statement, by part name
   * @param attempt what was answered so far
   * @param hint empty until it was asked for
   * @param reply why the last answer is wrong; empty where it was right, or none was given
   * @param why empty until the question is answered or the answer was asked for
   */
  public record Asked(
      Question question,
      Map<String, List<Inline>> lines,
      Attempt attempt,
      List<Block> hint,
      List<Block> reply,
      List<Block> why) {}
}
