package attentionscope.train.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists of words that several tasks need. */
final class Words {
  static final List<String> DIGITS = characters("0123456789");
  static final List<String> LETTERS = characters("abcdefghijklmnopqrstuvwxyz");

  private Words() {}

  /** One word a character; a blank becomes {@link Task#BLANK}. */
  static List<String> characters(String text) {
    return text.chars().mapToObj(c -> c == ' ' ? Task.BLANK : Character.toString(c)).toList();
  }

  /** Characters filled up with blanks. */
  static List<String> characters(String text, int width) {
    return characters(text + " ".repeat(width - text.length()));
  }

  static List<String> spaced(String text) {
    return List.of(text.split(" ", -1));
  }

  static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** A vocabulary: special words, then the others once each, in their order. */
  static List<String> vocabulary(List<String> special, Collection<String> words) {
    return Stream.concat(special.stream(), words.stream()).distinct().toList();
  }

  /**
   * The sample of a text: after every word the next one.
   *
   * @param from the first place of the text that is judged
   * @param to the last such place; the text's length is that of {@link Task#END}
   */
  static Sample text(List<String> words, int from, int to) {
    return new Sample(
        joined(List.of(Task.START), words),
        joined(words, List.of(Task.END)),
        IntStream.rangeClosed(from, to).boxed().toList(),
        Optional.empty());
  }
}
