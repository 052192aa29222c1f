package attentionscope.workspace;

import attentionscope.files.Problem;
import attentionscope.tokenize.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Token ids that are typed as numbers: {@code #464 2068}. Where there is no vocabulary, the sign in
 * front may be left out.
 */
public final class TokenIds implements Tokenizer {

  /** What a text begins with that is ids and no words. */
  public static final String SIGN = "#";

  @Override
  public List<Token> encode(String text) throws Problem {
    List<Token> tokens = new ArrayList<>();
    for (String word : text.replace(SIGN, " ").replace(',', ' ').strip().split("\\s+")) {
      if (!word.isEmpty()) {
        int id = number(word);
        tokens.add(new Token(id, word));
      }
    }
    return tokens;
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
    List<String> words = ids.stream().map(String::valueOf).toList();
    return SIGN + String.join(" ", words);
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
