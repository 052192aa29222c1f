package attentionscope.figure;

import attentionscope.figure.Mark.Align;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A figure while it is being drawn: marks go on top of those before. */
public final class Drawing {

  private final Frame frame;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Hit> hits = new ArrayList<>();
  private final List<String> reading = new ArrayList<>();

  public Drawing(Frame frame) {
    this.frame = frame;
  }

  public Frame frame() {
    return frame;
  }

  public TextMeasure measure() {
    return frame.measure();
  }

  public Drawing add(Mark mark) {
    marks.add(mark);
    return this;
  }

  public Drawing hit(Hit hit) {
    hits.add(hit);
    return this;
  }

  public Drawing hit(Rect rect, Target target, String says) {
    return hit(new Hit.Area(rect, target, says));
  }

  /** Adds a paragraph to what the figure says in words. */
  public Drawing say(String line) {
    reading.add(line);
    return this;
  }

  public Drawing fill(Rect rect, double radius, Tint tint) {
    return add(Mark.Box.filled(rect, radius, tint));
  }

  public Drawing outline(Rect rect, double radius, Stroke stroke) {
    return add(Mark.Box.outlined(rect, radius, stroke));
  }

  public Drawing panel(Rect rect, double radius, Ink fill, Ink line) {
    return add(
        new Mark.Box(rect, radius, Optional.of(Tint.of(fill)), Optional.of(Stroke.of(line, 1))));
  }

  public Drawing line(double x1, double y1, double x2, double y2, Stroke stroke) {
    return add(new Mark.Line(x1, y1, x2, y2, stroke));
  }

  /** Text on a baseline. */
  public Drawing text(double x, double y, String text, Type type, Tint tint, Align align) {
    if (!text.isEmpty()) {
      add(new Mark.Text(x, y, text, type, tint, align, 0));
    }
    return this;
  }

  public Drawing text(double x, double y, String text, Type type, Ink ink, Align align) {
    return text(x, y, text, type, Tint.of(ink), align);
  }

  /** Text in the middle of a rectangle. */
  public Drawing centred(Rect rect, String text, Type type, Tint tint) {
    return text(rect.centerX(), measure().baselineIn(rect, type), text, type, tint, Align.MIDDLE);
  }

  /** A formula whose upper left corner is given; answers where it ends up. */
  public Rect formula(double x, double y, String latex, double size, Tint tint) {
    FormulaMeasure.Extent extent = frame.formulas().extent(latex, size);
    Rect rect = new Rect(x, y, extent.width(), extent.height());
    add(new Mark.Formula(rect, latex, size, tint));
    return rect;
  }

  /** Everything drawn so far, in the frame's size. */
  public Figure figure() {
    return new Figure(frame.width(), frame.height(), marks, hits, reading);
  }
}
