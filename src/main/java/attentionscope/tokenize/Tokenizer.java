package attentionscope.tokenize;

import attentionscope.files.Problem;
import java.util.List;

/** Turns text into tokens of one vocabulary. */
public interface Tokenizer {

  /**
   * A token of a text.
   *
   * @param id in the vocabulary
   * @param label how it is shown
   */
  record Token(int id, String label) {}

  /**
   * The tokens of a text, in order.
   *
   * @throws Problem when the text has something the vocabulary can't express
   */
  List<Token> encode(String text) throws Problem;

  /** What each id is called, from 0. */
  List<String> words();
}
