package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question. It waits for a prediction or a deed, names the reason when that was wrong, and gives
 * the answer when asked.
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

  /** The parts its text may have besides. */
  default Set<String> optionalParts() {
    return Set.of();
  }

  /** The parts that have to say something on the line of their name, such as a choice. */
  default Set<String> titledParts() {
    return Set.of();
  }

  /**
   * Whether the learner answers by changing what is on screen. The run on screen is then judged,
   * and stays when it is right; else the run of {@link #answered} is, which a prediction is about.
   */
  default boolean judgesTheScreen() {
    return false;
  }

  /**
   * What there is to see once the answer is known, before {@code reveal} adds to it.
   *
   * @param asked what there was to see until then
   */
  default Workspace answered(Workspace asked) {
    return asked;
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

  /**
   * Everything about the question that does not hold.
   *
   * @param asked the run it is asked on
   * @param answered the run that is shown with the answer
   */
  List<Problem> faults(Runs asked, Runs answered);
}
