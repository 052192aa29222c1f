package attentionscope.figure.train;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Curves over the steps of a plan, with their numbers at one step above them.
 *
 * @param title what is measured
 * @param series from the first step on
 * @param steps where the plan ends, at least 1
 * @param at the step that is looked at
 * @param top the upper end; the lower one is zero
 * @param written a number as it is shown
 */
record Plot(
    String title,
    List<Series> series,
    int steps,
    int at,
    double top,
    DoubleFunction<String> written) {

  /** Above the curves: the title, and its numbers. */
  static final double HEAD = 20;

  private static final double PIXELS = 2;
  private static final double BETWEEN = 12;
  private static final Type TITLE = Type.ui(12.5).weight(Type.Weight.SEMIBOLD);
  private static final Type NUMBER = Type.ui(12).weight(Type.Weight.MEDIUM);
  private static final Type TICK = Type.ui(10);

  /** Draws it; answers where the curves are. */
  Rect draw(Drawing drawing, Rect room) {
    Rect area =
        new Rect(room.x(), room.y() + HEAD, room.width(), Math.max(1, room.height() - HEAD));
    head(drawing, room);
    drawing.panel(area, 4, Ink.SURFACE, Ink.LINE);
    for (int quarter = 1; quarter < 4; quarter++) {
      double y = area.bottom() - area.height() * quarter / 4;
      drawing.line(area.x() + 1, y, area.right() - 1, y, Stroke.of(Ink.RAISED, 1));
    }
    drawing.text(area.right() - 4, area.y() + 12, written.apply(top), TICK, Ink.FAINT, Align.END);
    for (Series one : series) {
      curve(drawing, area, one);
    }
    double x = x(area, at);
    drawing.line(x, area.y() + 1, x, area.bottom() - 1, Stroke.of(Ink.ACCENT, 1).dashed(2, 3));
    return area;
  }

  private void head(Drawing drawing, Rect room) {
    double base = room.y() + 13;
    String shown = drawing.measure().shortened(title, TITLE, room.width());
    drawing.text(room.x(), base, shown, TITLE, Ink.TEXT, Align.START);
    double x = room.x() + drawing.measure().width(shown, TITLE) + BETWEEN;
    List<String> says = new ArrayList<>();
    boolean fits = true;
    for (Series one : series.stream().sorted(Comparator.comparing(Series::dashed)).toList()) {
      OptionalDouble value = one.points().at(at);
      if (value.isPresent()) {
        String number = written.apply(value.getAsDouble());
        String text = one.name().isEmpty() ? number : one.name() + " " + number;
        says.add(text);
        double width = drawing.measure().width(text, NUMBER);
        fits &= x + width <= room.right();
        if (fits) {
          drawing.text(x, base, text, NUMBER, one.tint(), Align.START);
          x += width + BETWEEN;
        }
      }
    }
    drawing.say(title + ": " + String.join(", ", says));
  }

  private double x(Rect area, int step) {
    return area.x() + area.width() * Math.clamp((double) step / steps, 0, 1);
  }

  private double y(Rect area, double value) {
    return area.bottom() - 1 - (area.height() - 2) * Math.clamp(value / top, 0, 1);
  }

  /** Steps that share two pixels are drawn as their mean. */
  private void curve(Drawing drawing, Rect area, Series one) {
    Points points = one.points();
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    while (i < points.size()) {
      double first = x(area, points.step(i));
      double sumX = 0;
      double sum = 0;
      int count = 0;
      while (i < points.size() && x(area, points.step(i)) <= first + PIXELS) {
        if (Double.isFinite(points.value(i))) {
          sumX += x(area, points.step(i));
          sum += points.value(i);
          count++;
        }
        i++;
      }
      if (count > 0) {
        double x = sumX / count;
        double y = y(area, sum / count);
        pieces.add(pieces.isEmpty() ? new Piece.Move(x, y) : new Piece.Straight(x, y));
      }
    }
    if (pieces.size() == 1) {
      Piece.Move only = (Piece.Move) pieces.getFirst();
      Rect dot = new Rect(Math.max(area.x(), only.x() - 1.5), only.y() - 1.5, 3, 3);
      drawing.fill(dot, 1.5, one.tint());
    } else if (!pieces.isEmpty()) {
      Stroke stroke = Stroke.of(one.tint(), 1.5);
      drawing.add(Mark.Path.stroked(pieces, one.dashed() ? stroke.dashed(1, 4) : stroke));
    }
  }

  static Tint tint(int run) {
    return run == 0 ? Tint.of(Ink.ACCENT) : new Tint.Head(1);
  }
}
