package attentionscope.tokenize.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces without a sign begin a word.
 *
 * @param goesOn the sign of pieces that go on with a word
 * @param tidy whether spaces go that English does not have, such as the one before a full stop
 */
public record WordPieceWords(String goesOn, boolean tidy) implements Decoder {
  private static final List<String> TIDIED =
      List.of(" .", " ?", " !", " ,", " ' ", " n't", " 'm", " do not", " 's", " 've", " 're");
  private static final List<String> TIDY =
      List.of(".", "?", "!", ",", "'", "n't", "'m", " don't", "'s", "'ve", "'re");

  @Override
  public List<String> decode(List<String> pieces) {
    List<String> done = new ArrayList<>();
    for (String piece : pieces) {
      String text = piece;
      if (!done.isEmpty()) {
        boolean inside = piece.startsWith(goesOn);
        text = inside ? piece.substring(goesOn.length()) : " " + piece;
      }
      for (int i = 0; i < TIDY.size() && tidy; i++) {
        text = text.replace(TIDIED.get(i), TIDY.get(i));
      }
      done.add(text);
    }
    return done;
  }
}
