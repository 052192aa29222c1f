package attentionscope.figure;

/** How wide and tall text is. The same text always gets the same answer. */
public interface TextMeasure {

  /** How far a line of text reaches, in pixels. */
  double width(String text, Type type);

  /** From the baseline up to the top of capitals, in pixels. */
  double capHeight(Type type);

  /** From the baseline up to the top of the tallest letters. */
  double ascent(Type type);

  /** From the baseline down to the foot of the deepest letters. */
  double descent(Type type);

  /** The text, its end replaced by … where it is wider than allowed. */
  default String shortened(String text, Type type, double most) {
    if (width(text, type) <= most) {
      return text;
    }
    int[] letters = text.codePoints().toArray();
    for (int length = letters.length - 1; length > 0; length--) {
      String shorter = new String(letters, 0, length).stripTrailing() + "…";
      if (width(shorter, type) <= most) {
        return shorter;
      }
    }
    return width("…", type) <= most ? "…" : "";
  }

  /** Where the baseline lies so that capitals and digits stand in the middle of a height. */
  default double baselineIn(Rect rect, Type type) {
    return rect.centerY() + capHeight(type) / 2;
  }
}
