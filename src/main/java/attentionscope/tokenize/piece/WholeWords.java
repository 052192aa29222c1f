package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Every word is one piece, or unknown. */
public record WholeWords(Vocabulary vocabulary, Unknown unknown) implements PieceModel {

  @Override
  public List<Piece> pieces(String word) throws Problem {
    OptionalInt id = vocabulary.id(word);
    if (id.isPresent()) {
      return List.of(new Piece(id.getAsInt(), 0, word.length()));
    }
    List<Piece> pieces = new ArrayList<>();
    unknown.add(word, 0, word.length(), pieces);
    return pieces;
  }
}
