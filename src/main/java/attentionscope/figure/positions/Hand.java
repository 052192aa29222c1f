package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrows and pieces of circles; angles count against the clock from three o'clock, in radians. */
final class Hand {

  private static final int STEPS = 96;

  private Hand() {}

  /** A straight arrow with a filled head. */
  static void draw(
      Drawing drawing, double x1, double y1, double x2, double y2, Tint tint, double width) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 0.5) {
      drawing.fill(new Rect(x1 - width, y1 - width, 2 * width, 2 * width), width, tint);
      return;
    }
    double head = Math.min(length * 0.6, 4 + 2.2 * width);
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double baseX = x2 - ux * head;
    double baseY = y2 - uy * head;
    double half = head * 0.42;
    drawing.line(x1, y1, x2 - ux * head * 0.8, y2 - uy * head * 0.8, Stroke.of(tint, width));
    drawing.add(
        Mark.Path.filled(
            List.of(
                new Piece.Move(x2, y2),
                new Piece.Straight(baseX - uy * half, baseY + ux * half),
                new Piece.Straight(baseX + uy * half, baseY - ux * half),
                new Piece.Close()),
            tint));
  }

  /** The part of a disc from one angle on. */
  static void wedge(
      Drawing drawing, double x, double y, double radius, double from, double by, Tint tint) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Move(x, y));
    arc(pieces, x, y, radius, from, by, false);
    pieces.add(new Piece.Close());
    drawing.add(new Mark.Path(pieces, Optional.of(tint), Optional.empty()));
  }

  /** An arc with a head at its end. */
  static void arc(
      Drawing drawing, double x, double y, double radius, double from, double by, Stroke stroke) {
    List<Piece> pieces = new ArrayList<>();
    arc(pieces, x, y, radius, from, by, true);
    drawing.add(Mark.Path.stroked(pieces, stroke));
    double end = from + by;
    double endX = x + radius * Math.cos(end);
    double endY = y - radius * Math.sin(end);
    double way = by >= 0 ? 1 : -1;
    double back = Math.min(0.5, 6 / radius) * way;
    double startX = x + radius * Math.cos(end - back);
    double startY = y - radius * Math.sin(end - back);
    if (Math.abs(by) * radius > 8) {
      draw(drawing, startX, startY, endX, endY, stroke.tint(), stroke.width());
    }
  }

  private static void arc(
      List<Piece> pieces,
      double x,
      double y,
      double radius,
      double from,
      double by,
      boolean begins) {
    int steps = Math.max(2, (int) Math.ceil(STEPS * Math.abs(by) / (2 * Math.PI)));
    for (int step = 0; step <= steps; step++) {
      double angle = from + by * step / steps;
      double px = x + radius * Math.cos(angle);
      double py = y - radius * Math.sin(angle);
      pieces.add(begins && step == 0 ? new Piece.Move(px, py) : new Piece.Straight(px, py));
    }
  }
}
