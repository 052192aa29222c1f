package attentionscope.tokenize.piece;

import attentionscope.files.Problem;
import java.util.List;

/** Finds the pieces of a vocabulary in a word. */
@FunctionalInterface
public interface PieceModel {

  /**
   * A piece in a word.
   *
   * @param id in the vocabulary
   * @param begin its first letter in the word
   * @param end the letter after it; several pieces may share letters, as the bytes of one do
   */
  record Piece(int id, int begin, int end) {}

  /**
   * The pieces of a word that is not empty, in order.
   *
   * @throws Problem if the vocabulary can't express it and has no piece for what it can't express
   */
  List<Piece> pieces(String word) throws Problem;
}
