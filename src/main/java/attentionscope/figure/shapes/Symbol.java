package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;

/**
 * A name as mathematics writes it.
 *
 * @param base a letter or a word
 * @param index set small and low; may be empty
 * @param transposed whether a small, high T comes last
 */
record Symbol(String base, String index, boolean transposed) {

  private static final double SMALL = 0.74;

  static Symbol of(String base) {
    return new Symbol(base, "", false);
  }

  static Symbol of(String base, Object index) {
    return new Symbol(base, index.toString(), false);
  }

  Symbol onItsSide() {
    return new Symbol(base, index, true);
  }

  double width(Type type, TextMeasure measure) {
    Type small = type.size(type.size() * SMALL);
    double above = transposed ? measure.width("T", small) : 0;
    return measure.width(base, type) + measure.width(index, small) + above;
  }

  /** Draws it on a baseline; answers where it ends. */
  double draw(Drawing drawing, double x, double y, Type type, Ink ink) {
    Type small = type.size(type.size() * SMALL);
    double after = x + drawing.measure().width(base, type);
    drawing.text(x, y, base, type, ink, Align.START);
    drawing.text(after, y + type.size() * 0.22, index, small, ink, Align.START);
    if (transposed) {
      double last = after + drawing.measure().width(index, small);
      drawing.text(last, y - type.size() * 0.3, "T", small, ink, Align.START);
    }
    return x + width(type, drawing.measure());
  }

  /** In a line of plain text: {@code W_Q}. */
  @Override
  public String toString() {
    return base + (index.isEmpty() ? "" : "_" + index) + (transposed ? "ᵀ" : "");
  }
}
