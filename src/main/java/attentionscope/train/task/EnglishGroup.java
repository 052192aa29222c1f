package attentionscope.train.task;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verb of an English sentence in two parts, between which a question puts its subject and a
 * denial its not.
 *
 * @param first am, is, was, do, did, will, can; empty where a statement needs none
 * @param second what follows
 */
record EnglishGroup(String first, String second) {

  /**
   * A verb other than be.
   *
   * @param bare whether the sentence neither asks (but for its subject) nor denies, so that it
   *     needs no do
   */
  static EnglishGroup of(EnglishVerb verb, Mood mood, Agreement agreement, boolean bare) {
    String base = verb.base();
    String helper = bare ? "" : agreement.of("do", "does");
    return switch (mood) {
      case PRESENT -> new EnglishGroup(helper, bare ? agreement.of(base, verb.third()) : base);
      case PAST -> new EnglishGroup(bare ? "" : "did", bare ? verb.past() : base);
      case FUTURE -> new EnglishGroup("will", base);
      case PROGRESSIVE -> new EnglishGroup(agreement.be(), verb.ing());
      case WAS_PROGRESSIVE -> new EnglishGroup(agreement.was(), verb.ing());
      case CAN -> new EnglishGroup("can", base);
      case WANT ->
          new EnglishGroup(helper, (bare ? agreement.of("want", "wants") : "want") + " to " + base);
      case MUST ->
          new EnglishGroup(helper, (bare ? agreement.of("have", "has") : "have") + " to " + base);
    };
  }

  /** The verb be, in the present or the past. */
  static EnglishGroup be(Mood mood, Agreement agreement) {
    return new EnglishGroup(mood == Mood.PAST ? agreement.was() : agreement.be(), "");
  }

  /**
   * A statement.
   *
   * @param often stands before the second part; may be empty, as may the rest
   */
  String statement(String subject, boolean not, String often, String rest) {
    String helper = !not ? first : first.equals("can") ? "cannot" : first + " not";
    return sentence(subject, helper, often, second, rest);
  }

  /**
   * A question.
   *
   * @param asked what, where, why, …; empty if yes or no is the answer
   */
  String question(String asked, String subject, String often, String rest) {
    return sentence(asked, first, subject, often, second, rest, "?");
  }

  /** Parts of a sentence with blanks between them; empty ones are left out. */
  static String sentence(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
