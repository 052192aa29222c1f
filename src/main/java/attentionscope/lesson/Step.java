package attentionscope.lesson;

import attentionscope.lesson.question.Question;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Lines;
import java.util.List;
import java.util.Optional;

/**
 * A step of a lesson.
 *
 * @param id names its sections in the texts
 * @param lines where it stands in {@code lesson.yaml}
 * @param workspace everything there is to see, complete in itself
 * @param claims what holds on its run, and on the run after the answer
 * @param question what the learner is asked
 * @param answered what there is to see once the question is answered; without a question the same
 */
public record Step(
    String id,
    Lines lines,
    Workspace workspace,
    List<Claim> claims,
    Optional<Question> question,
    Workspace answered) {
  public Step {
    claims = List.copyOf(claims);
  }
}
