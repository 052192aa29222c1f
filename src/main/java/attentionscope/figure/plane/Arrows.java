package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import java.util.List;

/** Draws vectors as arrows from zero. */
final class Arrows {

  private static final double HEAD = 4.2;
  private static final double DOT = 3;

  private final Drawing drawing;
  private final Plane plane;

  Arrows(Drawing drawing, Plane plane) {
    this.drawing = drawing;
    this.plane = plane;
  }

  /** An arrow; a vector that is zero is a dot. */
  void draw(Vec vector, Tint tint, double width) {
    draw(vector, tint, width, 0);
  }

  /**
   * @param before how long before its end the tip is, in pixels: there is something else
   */
  void draw(Vec vector, Tint tint, double width, double before) {
    double pixels = vector.length() * plane.unit() - before;
    if (pixels < 1) {
      dot(plane.toX(vector.x()), plane.toY(vector.y()), DOT, tint);
      return;
    }
    double head = Math.min(HEAD * width, pixels);
    double dx = vector.x() / vector.length();
    double dy = -vector.y() / vector.length();
    double x = plane.toX(vector.x()) - dx * before;
    double y = plane.toY(vector.y()) - dy * before;
    double footX = x - dx * head;
    double footY = y - dy * head;
    // The line ends under the head, so that the tip is sharp.
    drawing.line(
        plane.toX(0),
        plane.toY(0),
        x - dx * head * 0.8,
        y - dy * head * 0.8,
        Stroke.of(tint, width));
    double half = head * 0.5;
    drawing.add(
        Mark.Path.filled(
            List.of(
                new Piece.Move(x, y),
                new Piece.Straight(footX - dy * half, footY + dx * half),
                new Piece.Straight(footX + dy * half, footY - dx * half),
                new Piece.Close()),
            tint));
  }

  void dot(double x, double y, double radius, Tint tint) {
    drawing.fill(around(x, y, radius), radius, tint);
  }

  static Rect around(double x, double y, double radius) {
    return new Rect(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
