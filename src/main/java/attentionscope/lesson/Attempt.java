package attentionscope.lesson;

import attentionscope.lesson.question.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a learner has done about a question so far.
 *
 * @param tries the answers given, in order
 * @param hint whether the hint was asked for
 * @param revealed whether the answer was asked for
 */
public record Attempt(List<Try> tries, boolean hint, boolean revealed) {

  /** Nothing done yet. */
  public static final Attempt NONE = new Attempt(List.of(), false, false);

  /**
   * An answer that was given.
   *
   * @param reason the part of the text that says why it is wrong, if there is one for it
   */
  public record Try(Answer answer, boolean right, Optional<String> reason) {}

  public Attempt {
    tries = List.copyOf(tries);
  }

  Attempt with(Try next) {
    List<Try> all = new ArrayList<>(tries);
    all.add(next);
    return new Attempt(all, hint, revealed);
  }

  Attempt withHint() {
    return new Attempt(tries, true, revealed);
  }

  Attempt withReveal() {
    return new Attempt(tries, hint, true);
  }

  /** The answer given last. */
  public Optional<Try> last() {
    return tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast());
  }

  /** Whether a right answer was given. */
  public boolean isRight() {
    return last().filter(Try::right).isPresent();
  }

  /** Whether there is nothing left to find out: answered right, or revealed. */
  public boolean isDone() {
    return revealed || isRight();
  }
}
