package attentionscope.lesson.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of an expression.
 *
 * @param kind what it is
 * @param text as written; of a quoted text what stands between the quotes
 */
record Word(Kind kind, String text) {

  enum Kind {
    NUMBER,
    QUOTED,
    NAME,
    SIGN
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d{1,15}(?:\\.\\d{1,15})?|\\.\\d{1,15})(?:e[-+]?\\d{1,2})?)"
              + "|'(?<single>[^'\"\\\\\\p{Cntrl}]*)'"
              + "|\"(?<quoted>[^'\"\\\\\\p{Cntrl}]*)\""
              + "|(?<name>[A-Za-z][A-Za-z0-9]*)"
              + "|(?<sign><=|>=|==|!=|&&|\\|\\||[-+*/%(),<>!?:]))");

  static Matcher matcher(String text) {
    return NEXT.matcher(text);
  }

  /** The word a matcher stands on. */
  static Word at(Matcher found) {
    if (found.group("number") != null) {
      return new Word(Kind.NUMBER, found.group("number"));
    }
    if (found.group("single") != null) {
      return new Word(Kind.QUOTED, found.group("single"));
    }
    if (found.group("quoted") != null) {
      return new Word(Kind.QUOTED, found.group("quoted"));
    }
    return found.group("name") != null
        ? new Word(Kind.NAME, found.group("name"))
        : new Word(Kind.SIGN, found.group("sign"));
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** In the spelling of the engine: every number is a decimal one, so that 1/2 is a half. */
  String spelled() {
    return switch (kind) {
      case QUOTED -> "'" + text + "'";
      case NUMBER -> {
        String number = text.startsWith(".") ? "0" + text : text;
        yield number.contains(".") || number.contains("e") ? number : number + ".0";
      }
      case NAME, SIGN -> text;
    };
  }
}
