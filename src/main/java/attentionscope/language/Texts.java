package attentionscope.language;

import attentionscope.files.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language.
 *
 * <p>In a pattern, {@code {0}} stands for the first argument; {@code {0|을를}} for the argument and
 * the Korean particle that fits its sound ({@link Particles}); {@code {0#token|tokens}} for the
 * first word where the argument is 1, else the second. Other braces are themselves.
 */
public final class Texts {
  static final Pattern PLACE =
      Pattern.compile("\\{(\\d+)(?:\\|([^}|#]+)|#([^}|#]*)\\|([^}|#]*))?}");

  private final Language language;
  private final Map<String, String> patterns;

  Texts(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = Map.copyOf(patterns);
  }

  public Language language() {
    return language;
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * The text of a key, its places filled. Decimal numbers are written as {@link Numbers#prose}
   * writes them, whole ones plainly, a {@link Problem} as its sentence, all else by toString.
   *
   * @throws IllegalArgumentException if the key is unknown or an argument is missing
   */
  public String get(String key, Object... args) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in language " + language.code());
    }
    Matcher place = PLACE.matcher(pattern);
    StringBuilder text = new StringBuilder();
    while (place.find()) {
      int index = Integer.parseInt(place.group(1));
      if (index >= args.length) {
        throw new IllegalArgumentException(key + " wants an argument {" + index + "}");
      }
      place.appendReplacement(text, Matcher.quoteReplacement(fill(place, written(args[index]))));
    }
    return place.appendTail(text).toString();
  }

  /** The sentence of a problem, for the user. */
  public String say(Problem problem) {
    return get(problem.key(), problem.args().toArray());
  }

  private static String fill(Matcher place, String value) {
    if (place.group(2) != null) {
      return value + Particles.after(value, place.group(2));
    }
    if (place.group(3) != null) {
      return value.equals("1") ? place.group(3) : place.group(4);
    }
    return value;
  }

  private String written(Object value) {
    return switch (value) {
      case Float number -> Numbers.prose(number);
      case Double number -> Numbers.prose(number);
      case Integer number -> Numbers.whole(number);
      case Long number -> Numbers.whole(number);
      case Problem problem -> say(problem);
      default -> value.toString();
    };
  }
}
