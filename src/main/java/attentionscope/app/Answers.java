package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.view.Intent;
import attentionscope.workspace.Findings;
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
   * What is measured besides and takes longer than is good to wait for: the next piece of it, with
   * those that the answer has already; empty where nothing is missing.
   *
   * @throws Problem when it cannot be measured
   */
  Optional<Findings> findings(Answer answer) throws Problem;
}
