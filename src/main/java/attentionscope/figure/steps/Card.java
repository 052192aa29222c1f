package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.FormulaMeasure;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import java.util.List;

/**
 * The card that says what has just been computed: a sentence, a formula, a table of its numbers.
 */
final class Card {

  /** The height of a table's line. */
  static final double LINE = 17;

  /** What else a card has beside or above its table. */
  static final double FIXED_BESIDE = 66;

  static final double FIXED_BELOW = 104;

  private static final double PADDING = 12;
  private static final Type LABEL = Type.ui(11).weight(Type.Weight.MEDIUM);
  private static final Type SENTENCE = Type.ui(13.5).weight(Type.Weight.MEDIUM);
  private static final double SMALLEST_SENTENCE = 11;
  private static final double FORMULA = 19;
  private static final double SMALLEST_FORMULA = 9;

  private Card() {}

  /**
   * What a card says.
   *
   * @param place the moment within its stage: {@code 2 / 9}
   * @param sentence in words
   * @param formulas in TeX, below each other
   * @param table its numbers; may have no lines
   */
  record Content(String place, String sentence, List<String> formulas, Table table) {}

  static void draw(Drawing drawing, Content content, Rect rect, boolean beside) {
    drawing.panel(rect, 10, Ink.SURFACE, Ink.LINE);
    Rect inner = rect.inset(PADDING);
    double base = inner.y() + 9;
    drawing.text(
        inner.x(), base, drawing.frame().text("figure.steps.now"), LABEL, Ink.FAINT, Align.START);
    drawing.text(inner.right(), base, content.place(), LABEL, Ink.FAINT, Align.END);
    double y = inner.y() + 34;
    Type type = SENTENCE;
    while (type.size() > SMALLEST_SENTENCE
        && drawing.measure().width(content.sentence(), type) > inner.width()) {
      type = type.size(type.size() - 0.5);
    }
    String sentence = drawing.measure().shortened(content.sentence(), type, inner.width());
    drawing.text(inner.x(), y - 5, sentence, type, Ink.TEXT, Align.START);
    y += 4;
    if (beside) {
      beside(drawing, content, new Rect(inner.x(), y, inner.width(), inner.bottom() - y));
    } else {
      boolean alone = content.table().lines() == 0;
      double high = alone ? inner.bottom() - y : 36;
      double end = formulas(drawing, content, new Rect(inner.x(), y, inner.width(), high));
      double top = Math.max(end + 4, inner.bottom() - content.table().lines() * LINE);
      content
          .table()
          .draw(drawing, new Rect(inner.x(), top, inner.width(), inner.bottom() - top), LINE);
    }
  }

  /** Formulas on the left, the table on the right; without a table the formulas have it all. */
  private static void beside(Drawing drawing, Content content, Rect room) {
    boolean table = content.table().lines() > 0;
    double left = table ? room.width() * 0.42 : room.width();
    formulas(drawing, content, new Rect(room.x(), room.y(), left - 12, room.height()));
    if (table) {
      double height = content.table().lines() * LINE;
      double y = room.y() + Math.max(0, (room.height() - height) / 2);
      content
          .table()
          .draw(drawing, new Rect(room.x() + left, y, room.width() - left, height), LINE);
    }
  }

  /** Answers where they end. */
  private static double formulas(Drawing drawing, Content content, Rect room) {
    FormulaMeasure measure = drawing.frame().formulas();
    double size = FORMULA;
    double width = 0;
    double height = 0;
    for (String latex : content.formulas()) {
      FormulaMeasure.Extent extent = measure.extent(latex, FORMULA);
      width = Math.max(width, extent.width());
      height += extent.height();
    }
    double gaps = (content.formulas().size() - 1) * 6;
    size *= Math.min(1, Math.min(room.width() / width, (room.height() - gaps) / height));
    size = Math.max(size, SMALLEST_FORMULA);
    double y = room.y() + Math.max(0, (room.height() - gaps - height * size / FORMULA) / 2);
    for (String latex : content.formulas()) {
      Rect placed = drawing.formula(room.x(), y, latex, size, Tint.of(Ink.TEXT));
      y = placed.bottom() + 6;
    }
    return y - 6;
  }
}
