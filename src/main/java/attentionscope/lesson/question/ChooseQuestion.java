package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.expression.Runs;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Faults;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Several choices, one of them right: {@code options} maps each to a claim, and the right one is
 * the one whose claim is true; or {@code options} lists them and {@code answer} names the right
 * one. The text says each choice behind its name ({@code ### home: Home}) and under it why it is
 * wrong.
 *
 * @param claims by option, in order; {@code true} and {@code false} where they were only named
 */
public record ChooseQuestion(Map<String, Expression> claims) implements Question {

  static final QuestionKind KIND = new QuestionKind("choose", ChooseQuestion::read);

  /** The option that was chosen. */
  public record Chosen(String option) implements Answer {}

  /** The options, in order. */
  public List<String> options() {
    return List.copyOf(claims.keySet());
  }

  @Override
  public String kind() {
    return KIND.name();
  }

  @Override
  public Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>(claims.keySet());
    parts.add(HINT);
    parts.add(WHY);
    return parts;
  }

  @Override
  public Set<String> titledParts() {
    return claims.keySet();
  }

  @Override
  public Answer right(Runs runs) throws Problem {
    List<String> right = new ArrayList<>();
    for (Map.Entry<String, Expression> entry : claims.entrySet()) {
      if (entry.getValue().truth(runs)) {
        right.add(entry.getKey());
      }
    }
    if (right.size() != 1) {
      throw new Problem("lesson.problem.options-right", right.size(), String.join(", ", right));
    }
    return new Chosen(right.getFirst());
  }

  @Override
  public boolean isRight(Answer answer, Runs runs) throws Problem {
    if (!(answer instanceof Chosen)) {
      throw new IllegalArgumentException("not a choice: " + answer);
    }
    return answer.equals(right(runs));
  }

  @Override
  public Optional<String> reason(Answer wrong, Runs runs) {
    return Optional.of(((Chosen) wrong).option());
  }

  @Override
  public List<Problem> faults(Runs asked, Runs runs) {
    try {
      right(runs);
      return List.of();
    } catch (Problem problem) {
      return List.of(problem);
    }
  }

  private static Optional<Question> read(Fields fields, Workspace asked) {
    Optional<YamlValue> options = fields.required("options");
    if (options.isEmpty()) {
      return Optional.empty();
    }
    if (options.get() instanceof YamlValue.Mapping) {
      return enough(fields, Expressions.named(fields, "options"));
    }
    List<String> names = fields.texts("options").stream().map(YamlValue.Scalar::text).toList();
    Optional<String> answer = fields.requiredText("answer");
    if (answer.isPresent() && !names.contains(answer.get())) {
      fields
          .faults()
          .add(
              fields.file(),
              fields.line("answer"),
              Faults.unknown("yaml.problem.not-one-of", answer.get(), names));
      return Optional.empty();
    }
    Map<String, Expression> claims = new LinkedHashMap<>();
    try {
      for (String name : names) {
        claims.put(name, Expression.parse(Boolean.toString(answer.equals(Optional.of(name)))));
      }
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
    return enough(fields, claims);
  }

  private static Optional<Question> enough(Fields fields, Map<String, Expression> claims) {
    boolean reserved = claims.keySet().stream().anyMatch(Set.of(HINT, WRONG, WHY)::contains);
    if (claims.size() < 2 || reserved) {
      fields.faults().add(fields.file(), fields.line("options"), "lesson.problem.options");
      return Optional.empty();
    }
    return Optional.of(new ChooseQuestion(claims));
  }
}
