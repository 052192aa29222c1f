package attentionscope.lesson.expression;

import attentionscope.files.Problem;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An expression of a lesson, known to hold nothing that lessons may not use. Whether its words make
 * sense together is seen when it is worked out first: reading a whole course must not take long.
 */
public final class Expression {
  private final String text;
  private final List<Word> words;
  private final String spelled;

  private Expression(String text, List<Word> words, String spelled) {
    this.text = text;
    this.words = words;
    this.spelled = spelled;
  }

  /**
   * Reads an expression.
   *
   * @throws Problem if it holds what lessons may not use, or its brackets do not match
   */
  public static Expression parse(String text) throws Problem {
    List<Word> words = Screen.words(text);
    String spelled = words.stream().map(Word::spelled).collect(Collectors.joining(" "));
    return new Expression(text.strip(), words, spelled);
  }

  /** As its author wrote it. */
  public String text() {
    return text;
  }

  /** The parts of the run that the expression names, in order. */
  public List<Region> regions() {
    return words.stream()
        .filter(word -> word.kind() == Word.Kind.QUOTED)
        .flatMap(word -> Region.parse(word.text()).stream())
        .distinct()
        .toList();
  }

  /** Whether it looks at the run at all; else it always comes to the same. */
  public boolean isLive() {
    boolean reads =
        words.stream()
            .anyMatch(
                word ->
                    word.kind() == Word.Kind.NAME && LessonFunctions.READING.contains(word.text()));
    return reads || !regions().isEmpty();
  }

  /**
   * What it comes to.
   *
   * @throws Problem if its words make no sense together, the run has no such matrix, row or column,
   *     or the types do not fit
   */
  public Value evaluate(Runs runs) throws Problem {
    Object result = Engine.run(spelled, new LessonFunctions(runs));
    return switch (result) {
      case Number number -> new Value.Real(number.doubleValue());
      case Boolean truth -> new Value.Truth(truth);
      case String word -> new Value.Text(word);
      default -> throw new Problem("lesson.problem.expression-several", text);
    };
  }

  /**
   * The number it comes to.
   *
   * @throws Problem if it fails or is no number
   */
  public double number(Runs runs) throws Problem {
    if (evaluate(runs) instanceof Value.Real(double number)) {
      return number;
    }
    throw new Problem("lesson.problem.expression-no-number", text);
  }

  /**
   * Whether it is true.
   *
   * @throws Problem if it fails or is neither true nor false
   */
  public boolean truth(Runs runs) throws Problem {
    if (evaluate(runs) instanceof Value.Truth(boolean truth)) {
      return truth;
    }
    throw new Problem("lesson.problem.expression-no-truth", text);
  }

  /** The one cell it is the value of: {@code value('…[0,1]')}. */
  public Optional<Region> cell() {
    boolean plain = words.size() == 4 && words.getFirst().text().equals("value");
    return plain ? regions().stream().findFirst() : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
