package attentionscope.figure.matrix;

import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.tensor.Axis;
import java.util.Locale;

/** What axes and their entries are called on screen. */
@BuildsKeys({"figure.axis.", "figure.entry."})
public final class AxisNames {

  private AxisNames() {}

  /** The word for all entries of an axis: {@code queries}, {@code features}. */
  public static String of(Axis axis, Texts texts) {
    return texts.get("figure.axis." + key(axis));
  }

  /**
   * As {@link #of}, with the sequence the tokens are from where both axes hold tokens of different
   * ones: {@code keys (source)}.
   */
  public static String of(Axis axis, Axis other, Texts texts) {
    boolean cross =
        axis.part() != Axis.Part.NONE
            && other.part() != Axis.Part.NONE
            && axis.role() != other.role();
    if (!cross) {
      return of(axis, texts);
    }
    String sequence = texts.get("figure.axis.of." + axis.role().name().toLowerCase(Locale.ROOT));
    return texts.get("figure.axis.from", of(axis, texts), sequence);
  }

  /** One entry in words: {@code query “go”}, {@code feature 3}. */
  public static String entry(Axis axis, int index, Texts texts) {
    String key = "figure.entry." + key(axis);
    return axis.labels().isEmpty()
        ? texts.get(key + ".index", axis.label(index))
        : texts.get(key, axis.label(index));
  }

  /** A label as it is drawn: blanks and line ends become visible. */
  public static String label(Axis axis, int index) {
    String label = axis.label(index);
    StringBuilder shown = new StringBuilder(label.length());
    label
        .codePoints()
        .forEach(
            letter ->
                shown.appendCodePoint(
                    switch (letter) {
                      case ' ' -> '␣';
                      case '\n', '\r' -> '⏎';
                      case '\t' -> '→';
                      default -> Character.isISOControl(letter) ? '·' : letter;
                    }));
    return shown.isEmpty() ? "·" : shown.toString();
  }

  private static String key(Axis axis) {
    return switch (axis.part()) {
      case QUERIES -> "queries";
      case KEYS -> "keys";
      case NONE -> axis.role().name().toLowerCase(Locale.ROOT);
    };
  }
}
