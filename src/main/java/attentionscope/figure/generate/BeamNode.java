package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Box;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;
import attentionscope.model.generation.Hypothesis;
import java.util.Optional;

/**
 * A hypothesis: its last token, Σ log p and, where there is room, that by its length.
 *
 * @param lines of text it has room for: 3, 2 or 1
 */
record BeamNode(Drawing drawing, int lines) {

  static final Type TOKEN = Type.ui(13);
  static final Type NUMBER = Type.ui(11);
  private static final double PADDING = 6;

  /** What becomes of a hypothesis, to the eye. */
  enum Kind {
    BEST(Ink.ACCENT_SOFT, Ink.ACCENT, 2.4, Ink.TEXT),
    READ(Ink.ACCENT, Ink.ACCENT, 2.4, Ink.ON_ACCENT),
    FINISHED(Ink.ACCENT_SOFT, Ink.ACCENT, 1.2, Ink.TEXT),
    ALIVE(Ink.SURFACE, Ink.ACCENT, 1.2, Ink.TEXT),
    /** It was continued, but none of what came of it. */
    DEAD(Ink.SURFACE, Ink.LINE, 1, Ink.SOFT),
    DROPPED(Ink.BACKGROUND, Ink.FAINT, 1, Ink.FAINT);

    private final Ink fill;
    private final Ink line;
    private final double width;
    private final Ink text;

    Kind(Ink fill, Ink line, double width, Ink text) {
      this.fill = fill;
      this.line = line;
      this.width = width;
      this.text = text;
    }

    /** Its edge. */
    Stroke stroke() {
      Stroke stroke = Stroke.of(line, width);
      return this == DROPPED ? stroke.dashed(3, 3) : stroke;
    }

    /** The line that leads to it. */
    Stroke way() {
      return this == READ
          ? ALIVE.stroke()
          : this == DROPPED ? Stroke.of(Ink.LINE, 1).dashed(3, 3) : stroke();
    }

    Tint tint() {
      return Tint.of(fill);
    }
  }

  /** How wide it has to be. */
  double wants(Hypothesis one, String token) {
    double name = drawing.measure().width(token, TOKEN);
    String numbers = lines == 2 ? both(one) : sum(one);
    double number = drawing.measure().width(numbers, NUMBER);
    return 2 * PADDING + (lines == 1 ? name + 6 + number : Math.max(name, number));
  }

  void draw(Rect box, Hypothesis one, String token, Kind kind) {
    drawing.add(new Box(box, 5, Optional.of(kind.tint()), Optional.of(kind.stroke())));
    Type type =
        kind == Kind.DROPPED || kind == Kind.DEAD ? TOKEN : TOKEN.weight(Type.Weight.MEDIUM);
    Ink soft = kind == Kind.READ || kind == Kind.DROPPED ? kind.text : Ink.SOFT;
    if (lines == 1) {
      double base = drawing.measure().baselineIn(box, TOKEN);
      double number = drawing.measure().width(sum(one), NUMBER);
      double room = box.width() - 2 * PADDING - number - 6;
      String shown = drawing.measure().shortened(token, type, room);
      drawing.text(box.x() + PADDING, base, shown, type, kind.text, Align.START);
      drawing.text(box.right() - PADDING, base, sum(one), NUMBER, soft, Align.END);
      return;
    }
    double line = box.height() / lines;
    String shown = drawing.measure().shortened(token, type, box.width() - 8);
    drawing.centred(
        new Rect(box.x(), box.y() + 1, box.width(), line), shown, type, Tint.of(kind.text));
    drawing.centred(
        new Rect(box.x(), box.y() + line, box.width(), line),
        lines == 2 ? both(one) : sum(one),
        NUMBER,
        Tint.of(soft));
    if (lines == 3) {
      drawing.centred(
          new Rect(box.x(), box.y() + 2 * line - 1, box.width(), line),
          number(one.normalized()),
          NUMBER.weight(Type.Weight.SEMIBOLD),
          Tint.of(kind == Kind.READ || kind == Kind.DROPPED ? kind.text : Ink.TEXT));
    }
  }

  private static String both(Hypothesis one) {
    return sum(one) + " · " + number(one.normalized());
  }

  private static String sum(Hypothesis one) {
    return number(one.sum());
  }

  /** In few letters, but never as zero what is not. */
  private static String number(double value) {
    return Numbers.fit(value, 5);
  }
}
