package attentionscope.tokenize.normal;

import java.util.Locale;

/** Steps that look at one character at a time. */
public final class CharacterSteps {
  private CharacterSteps() {}

  /** Small letters. */
  public static final Normalizer LOWERCASE =
      text -> text.eachCharacter(c -> Character.toString(c).toLowerCase(Locale.ROOT));

  /** Without marks of any kind, such as the accents of a decomposed text. */
  public static final Normalizer WITHOUT_MARKS =
      text -> text.eachCharacter(c -> isMark(c) ? "" : Character.toString(c));

  /** Without marks that take no space. */
  public static final Normalizer WITHOUT_ACCENTS =
      text ->
          text.eachCharacter(
              c -> Character.getType(c) == Character.NON_SPACING_MARK ? "" : Character.toString(c));

  /** Without what can't be seen; every white space becomes a space. */
  public static final Normalizer CLEAN =
      text -> text.eachCharacter(c -> isSpace(c) ? " " : isOther(c) ? "" : Character.toString(c));

  /** Each Chinese character a word of its own. */
  public static final Normalizer CHINESE_APART =
      text ->
          text.eachCharacter(
              c -> isChinese(c) ? " " + Character.toString(c) + " " : Character.toString(c));

  /** What Moses' and SentencePiece's rules for translation drop, and what they make spaces. */
  public static final Normalizer TRANSLATION =
      text -> text.eachCharacter(c -> dropped(c) ? "" : spaced(c) ? " " : Character.toString(c));

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSpace(int c) {
    return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
  }

  private static boolean isOther(int c) {
    int type = Character.getType(c);
    return c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE;
  }

  private static boolean in(int c, int first, int last) {
    return c >= first && c <= last;
  }

  private static boolean isChinese(int c) {
    return in(c, 0x4E00, 0x9FFF)
        || in(c, 0x3400, 0x4DBF)
        || in(c, 0x20000, 0x2A6DF)
        || in(c, 0x2A700, 0x2B73F)
        || in(c, 0x2B740, 0x2B81F)
        || in(c, 0x2B920, 0x2CEAF)
        || in(c, 0xF900, 0xFAFF)
        || in(c, 0x2F800, 0x2FA1F);
  }

  private static boolean dropped(int c) {
    return in(c, 0x1, 0x8) || c == 0xB || in(c, 0xE, 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F;
  }

  private static boolean spaced(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xC
        || c == 0xD
        || c == 0x1680
        || in(c, 0x200B, 0x200F)
        || c == 0x2028
        || c == 0x2029
        || c == 0x2581
        || c == 0xFEFF
        || c == 0xFFFD;
  }
}
