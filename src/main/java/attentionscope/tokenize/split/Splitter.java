package attentionscope.tokenize.split;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.Aligned;
import attentionscope.tokenize.text.ByteLetters;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words. */
@FunctionalInterface
public interface Splitter {
  Splitter NONE = List::of;

  /** Writes a text in the letters of its bytes. */
  Splitter TO_BYTES =
      text -> List.of(text.eachCharacter(c -> ByteLetters.of(Character.toString(c))));

  /** A space in front, unless there is one. */
  Splitter SPACE_IN_FRONT =
      text -> List.of(text.text().startsWith(" ") ? text : text.startingWith(" "));

  /**
   * The words of a text, in order.
   *
   * @throws Problem if a pattern of the tokenizer's file takes too long
   */
  List<Aligned> split(Aligned text) throws Problem;

  /** One after the other, each on every word of the one before. */
  static Splitter sequence(List<Splitter> steps) {
    List<Splitter> all = List.copyOf(steps);
    return text -> {
      List<Aligned> words = List.of(text);
      for (Splitter step : all) {
        List<Aligned> cut = new ArrayList<>();
        for (Aligned word : words) {
          if (!word.isEmpty()) {
            cut.addAll(step.split(word));
          }
        }
        words = cut;
      }
      return words;
    };
  }
}
