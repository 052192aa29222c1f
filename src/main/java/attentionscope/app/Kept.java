package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.lesson.Progress;
import java.util.Optional;

/**
 * What is kept from one start of the program to the next.
 *
 * @param preferences what the user chose for good
 * @param progress what the learner has done
 * @param fault what was wrong with what had been kept
 */
public record Kept(Preferences preferences, Progress progress, Optional<Problem> fault) {

  /** Nothing: the program is started for the first time. */
  public static final Kept NOTHING = new Kept(Preferences.NONE, Progress.NONE, Optional.empty());
}
