package attentionscope.lesson.question;

import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fields;
import java.util.Optional;

/**
 * A kind of question.
 *
 * @param name its word in lesson files
 * @param reader reads the keys of {@code ask}
 */
public record QuestionKind(String name, Reader reader) {

  /**
   * Reads a question about a step that shows a workspace; what is wrong with it goes to the faults
   * of the fields.
   */
  public interface Reader {
    Optional<Question> read(Fields fields, Workspace asked);
  }
}
