package attentionscope.lesson.question;

import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every kind of question there is. A new kind is a file of its own and one word here. */
public final class QuestionKinds {
  private static final List<QuestionKind> ALL =
      List.of(
          ChooseQuestion.KIND,
          NumberQuestion.KIND,
          CellQuestion.KIND,
          TrueFalseQuestion.KIND,
          OrderQuestion.KIND,
          SetQuestion.KIND);

  private QuestionKinds() {}

  /**
   * Reads {@code ask}; empty where it is no question, which is then among the faults.
   *
   * @param asked what the step shows
   */
  public static Optional<Question> read(Fields fields, Workspace asked) {
    Map<String, QuestionKind> byName =
        ALL.stream().collect(Collectors.toMap(QuestionKind::name, kind -> kind));
    if (fields.required("kind").isEmpty()) {
      return Optional.empty();
    }
    Optional<Question> question =
        fields.oneOf("kind", byName).flatMap(kind -> kind.reader().read(fields, asked));
    if (question.isPresent()) {
      fields.finish();
    }
    return question;
  }
}
