package attentionscope.lesson.prose;

import attentionscope.files.Problem;
import attentionscope.language.Numbers;
import attentionscope.language.Particles;
import attentionscope.lesson.expression.Expression;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.expression.Value;
import attentionscope.yaml.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands between double braces: an expression and, after bars, how it is written, as in <code>
 * value('id[0,1]') | 2 | 을를</code>.
 *
 * @param expression gives the number or the word
 * @param decimals how many, if not as many as the number itself asks for
 * @param percent in hundredths
 * @param given a number that is no result of the run and may stand here all the same
 * @param particle the Korean particle behind it
 */
public record Live(
    Expression expression,
    OptionalInt decimals,
    boolean percent,
    boolean given,
    Optional<String> particle) {

  /** Stands where the run on screen has no such number. */
  public static final String NOTHING = "–";

  private static final int MOST_DECIMALS = 6;

  /**
   * Reads what stands between the braces.
   *
   * @throws Problem if the expression or one of the words behind it is wrong
   */
  static Live parse(String text) throws Problem {
    List<String> parts = split(text);
    OptionalInt decimals = OptionalInt.empty();
    boolean percent = false;
    boolean given = false;
    Optional<String> particle = Optional.empty();
    for (String filter : parts.subList(1, parts.size())) {
      if (filter.matches("\\d") && Integer.parseInt(filter) <= MOST_DECIMALS) {
        decimals = OptionalInt.of(Integer.parseInt(filter));
      } else if (filter.equals("percent")) {
        percent = true;
      } else if (filter.equals("given")) {
        given = true;
      } else if (Particles.names().contains(filter)) {
        particle = Optional.of(filter);
      } else {
        List<String> known = new ArrayList<>(List.of("0", "3", "percent", "given"));
        known.addAll(Particles.names());
        throw Faults.unknown("lesson.problem.filter", filter, known);
      }
    }
    Expression expression = Expression.parse(parts.getFirst());
    if (!given && !expression.isLive()) {
      throw new Problem("lesson.problem.not-live", expression.text());
    }
    return new Live(expression, decimals, percent, given, particle);
  }

  /**
   * As it is shown, without its particle.
   *
   * @throws Problem if the run has no such thing
   */
  public String show(Runs runs) throws Problem {
    return switch (expression.evaluate(runs)) {
      case Value.Real(double number) -> write(number);
      case Value.Text(String text) -> text;
      case Value.Truth _ ->
          throw new Problem("lesson.problem.expression-no-number", expression.text());
    };
  }

  /** The particle that fits what is shown; empty where none was asked for. */
  public String particleAfter(String shown) {
    return particle.map(pair -> Particles.after(shown, pair)).orElse("");
  }

  private String write(double number) {
    double shown = percent ? 100 * number : number;
    String text =
        decimals.isPresent()
            ? Numbers.fixed(shown, decimals.getAsInt())
            : percent ? Numbers.fixed(shown, 0) : given ? asGiven(shown) : plainly(shown);
    return percent ? text + "%" : text;
  }

  /** Whole numbers without decimals, others as in every sentence of the program. */
  private static String plainly(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e9;
    return whole ? Numbers.whole((long) number) : Numbers.prose(number);
  }

  /** With the decimals its author gave it. */
  private static String asGiven(double number) {
    return Numbers.exact((float) number);
  }

  /** At single bars: a double one is "or". */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("||", i)) {
        i++;
      } else if (text.charAt(i) == '|') {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }
}
