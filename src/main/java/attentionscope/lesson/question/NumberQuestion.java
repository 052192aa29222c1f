package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.expression.Runs;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number to type: {@code answer} is an expression, {@code within} how far off is still right,
 * {@code wrong} names expressions of numbers that people often give, each with a part of its own in
 * the text.
 */
public record NumberQuestion(Expression answer, double within, Map<String, Expression> wrong)
    implements Question {

  static final QuestionKind KIND = new QuestionKind("number", NumberQuestion::read);

  /** Two decimals are enough. */
  private static final double USUAL = 0.01;

  /** The number that was typed. */
  public record Typed(double number) implements Answer {}

  @Override
  public String kind() {
    return KIND.name();
  }

  @Override
  public Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>(wrong.keySet());
    parts.addAll(List.of(HINT, WRONG, WHY));
    return parts;
  }

  @Override
  public Answer right(Runs runs) throws Problem {
    return new Typed(answer.number(runs));
  }

  @Override
  public boolean isRight(Answer given, Runs runs) throws Problem {
    return agrees(typed(given), answer.number(runs));
  }

  @Override
  public Optional<String> reason(Answer given, Runs runs) throws Problem {
    for (Map.Entry<String, Expression> entry : wrong.entrySet()) {
      if (agrees(typed(given), entry.getValue().number(runs))) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Problem> faults(Runs asked, Runs runs) {
    List<Problem> faults = new ArrayList<>();
    try {
      double right = answer.number(runs);
      for (Map.Entry<String, Expression> entry : wrong.entrySet()) {
        if (agrees(entry.getValue().number(runs), right)) {
          faults.add(new Problem("lesson.problem.wrong-is-right", entry.getKey()));
        }
      }
    } catch (Problem problem) {
      faults.add(problem);
    }
    return faults;
  }

  private boolean agrees(double one, double other) {
    return one == other || Math.abs(one - other) <= within;
  }

  private static double typed(Answer answer) {
    if (answer instanceof Typed(double number)) {
      return number;
    }
    throw new IllegalArgumentException("not a number: " + answer);
  }

  private static Optional<Question> read(Fields fields, Workspace asked) {
    double within = fields.number("within").orElse(USUAL);
    Map<String, Expression> wrong = Expressions.named(fields, "wrong");
    return Expressions.required(fields, "answer")
        .map(answer -> new NumberQuestion(answer, within, wrong));
  }
}
