package attentionscope.lesson.question;

import attentionscope.files.Problem;
import attentionscope.lesson.expression.Runs;
import attentionscope.workspace.Workspace;
import attentionscope.yaml.Fields;
import attentionscope.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Things to put in order: {@code items} names them as they belong. The text says each behind its
 * name ({@code ### scale: Divide by the root}) and may say under it what is wrong where this is the
 * first that was put in a wrong place.
 */
public record OrderQuestion(List<String> items) implements Question {

  static final QuestionKind KIND = new QuestionKind("order", OrderQuestion::read);

  private static final int FEWEST = 3;
  private static final int MOST = 8;

  /** The items as they were put. */
  public record Ordered(List<String> items) implements Answer {
    public Ordered {
      items = List.copyOf(items);
    }
  }

  public OrderQuestion {
    items = List.copyOf(items);
  }

  /** The items as they are shown at first: always the same, and never as they belong. */
  public List<String> shuffled() {
    List<String> mixed = new ArrayList<>(items);
    Random random = new Random(items.hashCode());
    do {
      Collections.shuffle(mixed, random);
    } while (mixed.equals(items));
    return List.copyOf(mixed);
  }

  @Override
  public String kind() {
    return KIND.name();
  }

  @Override
  public Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>(items);
    parts.addAll(List.of(HINT, WRONG, WHY));
    return parts;
  }

  @Override
  public Set<String> titledParts() {
    return new LinkedHashSet<>(items);
  }

  @Override
  public Answer right(Runs runs) {
    return new Ordered(items);
  }

  @Override
  public boolean isRight(Answer answer, Runs runs) {
    return ordered(answer).equals(items);
  }

  @Override
  public Optional<String> reason(Answer wrong, Runs runs) {
    List<String> given = ordered(wrong);
    for (int i = 0; i < given.size(); i++) {
      if (!given.get(i).equals(items.get(i))) {
        return Optional.of(given.get(i));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Problem> faults(Runs asked, Runs answered) {
    return List.of();
  }

  private List<String> ordered(Answer answer) {
    if (answer instanceof Ordered(List<String> given) && given.size() == items.size()) {
      return given;
    }
    throw new IllegalArgumentException("not an order of " + items + ": " + answer);
  }

  private static Optional<Question> read(Fields fields, Workspace asked) {
    if (fields.required("items").isEmpty()) {
      return Optional.empty();
    }
    List<String> items = fields.texts("items").stream().map(YamlValue.Scalar::text).toList();
    Set<String> distinct = new HashSet<>(items);
    boolean reserved = items.stream().anyMatch(Set.of(HINT, WRONG, WHY)::contains);
    boolean several = items.size() >= FEWEST && items.size() <= MOST;
    if (!several || reserved || distinct.size() < items.size()) {
      fields
          .faults()
          .add(fields.file(), fields.line("items"), "lesson.problem.items", FEWEST, MOST);
      return Optional.empty();
    }
    return Optional.of(new OrderQuestion(items));
  }
}
