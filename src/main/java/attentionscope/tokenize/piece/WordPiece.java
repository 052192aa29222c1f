package attentionscope.tokenize.piece;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The longest piece first, from left to right; pieces that go on with a word begin with a sign such
 * as {@code ##} (Devlin et al. 2019, section 3; Wu et al. 2016). A word that can't be put together
 * is unknown as a whole.
 *
 * @param vocabulary the pieces
 * @param unknown the id for what is unknown
 * @param goesOn the sign of pieces that go on
 * @param longest letters of the longest word that is looked at
 */
public record WordPiece(Vocabulary vocabulary, int unknown, String goesOn, int longest)
    implements PieceModel {

  @Override
  public List<Piece> pieces(String word) {
    List<Piece> all = List.of(new Piece(unknown, 0, word.length()));
    if (word.codePointCount(0, word.length()) > longest) {
      return all;
    }
    List<Piece> pieces = new ArrayList<>();
    for (int begin = 0; begin < word.length(); ) {
      String sign = begin == 0 ? "" : goesOn;
      int end = Math.min(word.length(), begin + vocabulary.longest());
      OptionalInt id = OptionalInt.empty();
      while (end > begin && id.isEmpty()) {
        id = vocabulary.id(sign + word.substring(begin, end));
        end = id.isEmpty() ? word.offsetByCodePoints(end, -1) : end;
      }
      if (id.isEmpty()) {
        return all;
      }
      pieces.add(new Piece(id.getAsInt(), begin, end));
      begin = end;
    }
    return pieces;
  }
}
