package attentionscope.tokenize;

import attentionscope.files.Problem;
import java.util.List;

/** Turns text into tokens of one vocabulary, and back. */
public interface Tokenizer {

  /**
   * A token of a text.
   *
   * @param id in the vocabulary
   * @param label how it is shown
   * @param from the letter of the text (UTF-16) at which it begins
   * @param to the letter behind it; the same where it stands for no letter, as a start token does
   */
  record Token(int id, String label, int from, int to) {}

  /**
   * The tokens of a text, in order, with the special tokens around them that the vocabulary's
   * models are used to.
   *
   * @throws Problem when the text has something the vocabulary can't express
   */
  List<Token> encode(String text) throws Problem;

  /**
   * What ids read, without special tokens; ids that are none read nothing.
   *
   * @throws Problem when the tokenizer's own rules can't be followed
   */
  String decode(List<Integer> ids) throws Problem;

  /** What each id is called, from 0. */
  List<String> words();
}
