package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Token ids that are typed as numbers: {@code #464 2068}. Where there is no vocabulary, the sign in
 * front may be left out.
 */
public final class TokenIds implements Tokenizer {

  /** What a text begins with that is ids and no words. */
  public static final String SIGN = "#";

  private static final Pattern WORD = Pattern.compile("[^\\s#,]+");

  @Override
  public List<Token> encode(String text) throws Problem {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      tokens.add(new Token(number(word.group()), word.group(), word.start(), word.end()));
    }
    return tokens;
  }

  /** The numbers themselves. */
  @Override
  public String decode(List<Integer> ids) {
    return String.join(" ", ids.stream().map(String::valueOf).toList());
  }

  private static int number(String word) throws Problem {
    try {
      return Integer.parseUnsignedInt(word);
    } catch (NumberFormatException fault) {
      throw new Problem(fault, "workspace.problem.not-an-id", word);
    }
  }

  /** Ids as they are typed. */
  public static String typed(List<Integer> ids) {
    return SIGN + new TokenIds().decode(ids);
  }

  /** Whether a text is ids and no words. */
  public static boolean areTyped(String text) {
    return text.stripLeading().startsWith(SIGN);
  }

  /** Nothing is called anything. */
  @Override
  public List<String> words() {
    return List.of();
  }
}
