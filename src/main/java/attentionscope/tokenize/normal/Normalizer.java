package attentionscope.tokenize.normal;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.Aligned;
import java.util.List;

/** Rewrites a text. */
@FunctionalInterface
public interface Normalizer {
  Normalizer NONE = text -> text;

  /**
   * The text as it becomes.
   *
   * @throws Problem if a pattern of the tokenizer's file takes too long
   */
  Aligned apply(Aligned text) throws Problem;

  /** One after the other. */
  static Normalizer sequence(List<Normalizer> steps) {
    List<Normalizer> all = List.copyOf(steps);
    return text -> {
      Aligned done = text;
      for (Normalizer step : all) {
        done = step.apply(done);
      }
      return done;
    };
  }

  /** {@code start} in front of a text that is not empty. */
  static Normalizer prepend(String start) {
    return text -> text.isEmpty() ? text : text.startingWith(start);
  }

  /** No white space at the ends. */
  static Normalizer strip(boolean left, boolean right) {
    return text -> {
      String letters = text.text();
      int begin = left ? letters.length() - letters.stripLeading().length() : 0;
      int end = right ? letters.stripTrailing().length() : letters.length();
      return text.part(begin, Math.max(begin, end));
    };
  }
}
