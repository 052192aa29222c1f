package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question. It waits for a prediction, names the reason when that was wrong, and gives the answer
 * when asked.
 */
public interface Question {

  /** The part of the text that helps without telling. */
  String HINT = "hint";

  /** The part said after a wrong answer that has no reason of its own. */
  String WRONG = "wrong";

  /** The part said when the answer is known: why it is so. */
  String WHY = "why";

  /** The word for its kind in lesson files: {@code cell}. */
  String kind();

  /** The parts its text has to have. */
  Set<String> parts();

  /** The parts that have to say something on the line of their name, such as a choice. */
  default Set<String> titledParts() {
    return Set.of();
  }

  /**
   * The answer.
   *
   * @throws Problem if the run does not hold what the question is about
   */
  Answer right(Runs runs) throws Problem;

  /**
   * Whether an answer is right.
   *
   * @throws Problem if the run does not hold what the question is about
   * @throws IllegalArgumentException if the answer has the form of another kind of question
   */
  boolean isRight(Answer answer, Runs runs) throws Problem;

  /**
   * The part of the text that says why a wrong answer is wrong, if there is one for just this
   * answer.
   *
   * @throws Problem if the run does not hold what the question is about
   */
  Optional<String> reason(Answer wrong, Runs runs) throws Problem;

  /** Everything about the question that does not hold on a run. */
  List<Problem> faults(Runs runs);
}
