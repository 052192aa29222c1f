package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.expression.Runs;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A statement, true or not: {@code answer} is a claim over the run that decides it. The statement
 * stands in the text behind {@code ### statement:}.
 */
public record TrueFalseQuestion(Expression answer) implements Question {

  static final QuestionKind KIND = new QuestionKind("true-false", TrueFalseQuestion::read);

  /** The part of the text that is true or not. */
  public static final String STATEMENT = "statement";

  /** What was said of the statement. */
  public record Said(boolean isTrue) implements Answer {}

  @Override
  public String kind() {
    return KIND.name();
  }

  @Override
  public Set<String> parts() {
    return Set.of(STATEMENT, HINT, WRONG, WHY);
  }

  @Override
  public Set<String> titledParts() {
    return Set.of(STATEMENT);
  }

  @Override
  public Answer right(Runs runs) throws Problem {
    return new Said(answer.truth(runs));
  }

  @Override
  public boolean isRight(Answer given, Runs runs) throws Problem {
    if (!(given instanceof Said)) {
      throw new IllegalArgumentException("neither true nor false: " + given);
    }
    return given.equals(right(runs));
  }

  @Override
  public Optional<String> reason(Answer wrong, Runs runs) {
    return Optional.empty();
  }

  @Override
  public List<Problem> faults(Runs asked, Runs runs) {
    try {
      answer.truth(runs);
      return List.of();
    } catch (Problem problem) {
      return List.of(problem);
    }
  }

  private static Optional<Question> read(Fields fields, Workspace asked) {
    return Expressions.required(fields, "answer").map(TrueFalseQuestion::new);
  }
}
