package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.view.Intent;
import java.util.Optional;
import java.util.function.Consumer;

/** What intents make of wishes, and what comes of those. Safe to use from several threads. */
interface Answers {

  /**
   * What a wish becomes.
   *
   * @param shown what is on screen
   * @throws Problem when the intent names something that there is not
   */
  Wish wish(Wish now, Answer shown, Intent intent) throws Problem;

  /**
   * Answers from other lessons from now on.
   *
   * @return what the wish becomes: the same step, as it is now
   */
  Wish edited(Wish now, Edited lessons);

  /**
   * What comes of a wish.
   *
   * @param before an answer whose trace will do if both run alike
   * @param soFar is given what there is of a long run while it is computed
   * @throws Problem when it cannot be computed
   */
  Answer to(Wish wish, Optional<Answer> before, Texts texts, Consumer<Answer> soFar) throws Problem;

  /**
   * What there is of a run so far, looked at otherwise. It takes no time.
   *
   * @param wish runs as what is computed, and stands in no lesson
   */
  Answer soFar(Wish wish, Answer answer, Texts texts);

  /**
   * The answer with what takes longer than is good to wait for: the next piece of what is measured
   * besides, or the rows that a run is behind with; empty where nothing is missing.
   *
   * @throws Problem when it cannot be computed
   */
  Optional<Answer> completed(Answer answer) throws Problem;
}
