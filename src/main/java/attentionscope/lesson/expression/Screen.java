package attentionscope.lesson.expression;

import attentionscope.files.Problem;
import attentionscope.yaml.Faults;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Lets through numbers, quoted texts, arithmetic, comparisons and calls of known functions; refuses
 * every other word before the engine sees it.
 */
final class Screen {
  private static final int LONGEST = 400;

  /** Spaces between words and decimals of numbers make it longer. */
  static final int LONGEST_SPELLED = 4 * LONGEST;

  private static final int DEEPEST = 16;
  private static final int MOST_CALLS = 40;
  private static final Set<String> CONSTANTS = Set.of("true", "false");

  /** The functions there are: the public methods of the one class that the engine may reach. */
  static final Set<String> FUNCTIONS =
      Arrays.stream(LessonFunctions.class.getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .map(Method::getName)
          .collect(Collectors.toCollection(TreeSet::new));

  private Screen() {}

  /**
   * The words of an expression.
   *
   * @throws Problem if it is too long, or holds anything else than is let through
   */
  static List<Word> words(String text) throws Problem {
    if (text.isBlank()) {
      throw new Problem("lesson.problem.expression-empty");
    }
    if (text.length() > LONGEST) {
      throw new Problem("lesson.problem.expression-long", LONGEST);
    }
    List<Word> words = new ArrayList<>();
    String expression = text.strip();
    Matcher matcher = Word.matcher(expression);
    int end = 0;
    while (end < expression.length()) {
      matcher.region(end, expression.length());
      if (!matcher.lookingAt()) {
        String rest = expression.substring(end).strip();
        throw new Problem(
            "lesson.problem.expression-word", rest.substring(0, Math.min(12, rest.length())));
      }
      words.add(Word.at(matcher));
      end = matcher.end();
    }
    checkNames(words);
    checkNesting(words);
    return List.copyOf(words);
  }

  private static void checkNames(List<Word> words) throws Problem {
    int calls = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean called = i + 1 < words.size() && words.get(i + 1).is("(");
      if (word.kind() == Word.Kind.NAME) {
        if (called ? !FUNCTIONS.contains(word.text()) : !CONSTANTS.contains(word.text())) {
          throw Faults.unknown("lesson.problem.expression-function", word.text(), FUNCTIONS);
        }
        calls += called ? 1 : 0;
      } else if (called && (word.kind() != Word.Kind.SIGN || word.is(")"))) {
        throw new Problem("lesson.problem.expression-word", word.spelled() + "(");
      }
    }
    if (calls > MOST_CALLS) {
      throw new Problem("lesson.problem.expression-calls", MOST_CALLS);
    }
  }

  private static void checkNesting(List<Word> words) throws Problem {
    int depth = 0;
    for (Word word : words) {
      depth += word.is("(") ? 1 : word.is(")") ? -1 : 0;
      if (depth > DEEPEST || depth < 0) {
        throw new Problem("lesson.problem.expression-brackets", DEEPEST);
      }
    }
    if (depth != 0) {
      throw new Problem("lesson.problem.expression-brackets", DEEPEST);
    }
  }
}
