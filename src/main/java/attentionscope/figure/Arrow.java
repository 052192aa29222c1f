package attentionscope.figure;

import attentionscope.figure.Mark.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A connector that ends in a tip. Points level with or above each other are joined by straight
 * lines with rounded corners, others by a curve that leaves and arrives level.
 *
 * @param points its corners, at least two, the last at the tip
 */
public record Arrow(List<Point> points) {

  private static final double HEAD = 5;
  private static final double CORNER = 5;

  public Arrow {
    points = List.copyOf(points);
  }

  /** A place in a figure. */
  public record Point(double x, double y) {}

  public static Arrow of(Point... points) {
    return new Arrow(List.of(points));
  }

  /** The same, beginning somewhere else on the same height. */
  public Arrow from(double x) {
    List<Point> moved = new ArrayList<>(points);
    moved.set(0, new Point(x, points.getFirst().y()));
    return new Arrow(moved);
  }

  /** Its line and its tip. */
  public void draw(Drawing drawing, Tint tint, double width) {
    drawing.add(Mark.Path.stroked(pieces(), Stroke.of(tint, width)));
    drawing.add(Mark.Path.filled(tip(), tint));
  }

  private List<Piece> pieces() {
    List<Point> all = new ArrayList<>(points);
    all.set(points.size() - 1, back(HEAD));
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Move(all.getFirst().x(), all.getFirst().y()));
    for (int i = 1; i < all.size(); i++) {
      Point before = all.get(i - 1);
      Point at = all.get(i);
      if (!aligned(before, at)) {
        double middle = (before.x() + at.x()) / 2;
        pieces.add(new Piece.Curve(middle, before.y(), middle, at.y(), at.x(), at.y()));
      } else if (i + 1 < all.size() && aligned(at, all.get(i + 1))) {
        corner(pieces, before, at, all.get(i + 1));
      } else {
        pieces.add(new Piece.Straight(at.x(), at.y()));
      }
    }
    return pieces;
  }

  private static boolean aligned(Point one, Point other) {
    return one.x() == other.x() || one.y() == other.y();
  }

  private static void corner(List<Piece> pieces, Point before, Point at, Point after) {
    Point in = towards(at, before);
    Point out = towards(at, after);
    pieces.add(new Piece.Straight(in.x(), in.y()));
    pieces.add(new Piece.Curve(at.x(), at.y(), at.x(), at.y(), out.x(), out.y()));
  }

  /** The point on the way from a corner to the next where its rounding ends. */
  private static Point towards(Point corner, Point other) {
    double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
    double share = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
    return new Point(
        corner.x() + (other.x() - corner.x()) * share,
        corner.y() + (other.y() - corner.y()) * share);
  }

  private List<Piece> tip() {
    Point tip = points.getLast();
    Point foot = back(HEAD + 1);
    double dx = (tip.y() - foot.y()) * 0.6;
    double dy = (foot.x() - tip.x()) * 0.6;
    return List.of(
        new Piece.Move(tip.x(), tip.y()),
        new Piece.Straight(foot.x() + dx, foot.y() + dy),
        new Piece.Straight(foot.x() - dx, foot.y() - dy),
        new Piece.Close());
  }

  /** The point so far before the tip, in the direction from which the arrow arrives. */
  private Point back(double distance) {
    Point tip = points.getLast();
    Point before = points.get(points.size() - 2);
    boolean upright = before.x() == tip.x();
    return upright
        ? new Point(tip.x(), tip.y() - Math.signum(tip.y() - before.y()) * distance)
        : new Point(tip.x() - Math.signum(tip.x() - before.x()) * distance, tip.y());
  }
}
