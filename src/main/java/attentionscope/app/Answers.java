package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.view.Intent;
import attentionscope.workspace.PositionFindings;
import java.util.Optional;

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
   * @throws Problem when it cannot be computed
   */
  Answer to(Wish wish, Optional<Answer> before, Texts texts) throws Problem;

  /**
   * What is measured besides and takes longer than is good to wait for; empty where there is
   * nothing of that kind, or it is known already.
   *
   * @throws Problem when it cannot be measured
   */
  Optional<PositionFindings> findings(Answer answer) throws Problem;
}
