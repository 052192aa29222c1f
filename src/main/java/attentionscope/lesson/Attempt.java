package attentionscope.lesson;

import attentionscope.lesson.question.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a learner has done about a question so far.
 *
 * @param earlier what was done before the program was started this time
 * @param tries the answers given since, in order
 * @param hint whether the hint was asked for
 * @param revealed whether the answer was asked for
 */
public record Attempt(Earlier earlier, List<Try> tries, boolean hint, boolean revealed) {

  /** Nothing done yet. */
  public static final Attempt NONE = new Attempt(Earlier.NONE, List.of(), false, false);

  /**
   * Answers of another day. They are counted and not kept.
   *
   * @param tries how many there were
   * @param right whether the last of them was right
   */
  public record Earlier(int tries, boolean right) {
    public static final Earlier NONE = new Earlier(0, false);
  }

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
    return new Attempt(earlier, all, hint, revealed);
  }

  Attempt withHint() {
    return new Attempt(earlier, tries, true, revealed);
  }

  Attempt withReveal() {
    return new Attempt(earlier, tries, hint, true);
  }

  /** How many answers were given, ever. */
  public int count() {
    return earlier.tries() + tries.size();
  }

  /** The answer given last. */
  public Optional<Try> last() {
    return tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast());
  }

  /** Whether a right answer was given. */
  public boolean isRight() {
    return earlier.right() || last().filter(Try::right).isPresent();
  }

  /** Whether there is nothing left to find out: answered right, or revealed. */
  public boolean isDone() {
    return revealed || isRight();
  }
}
