package attentionscope.figure.plane;

import attentionscope.figure.Rect;
import java.util.List;
import java.util.Optional;

/**
 * Where a point of the plane is on the picture. Zero is in the middle, and one is equally long
 * rightwards and upwards.
 *
 * @param rect where it is drawn
 * @param reach how far it goes from zero at least, in every direction
 */
public record Plane(Rect rect, double reach) {

  private static final List<Double> ROUND = List.of(1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0);

  /** How much further it goes than what lies furthest. */
  private static final double SPARE = 1.4;

  /** A piece of a straight line, in pixels. */
  record Segment(double x1, double y1, double x2, double y2) {}

  /** A plane in which all these can be seen. Its reach is a round number. */
  static Plane holding(List<Vec> points, Rect rect) {
    double less = Math.min(rect.width(), rect.height());
    double across = less / rect.width();
    double up = less / rect.height();
    double need =
        points.stream()
            .filter(Vec::isFinite)
            .mapToDouble(v -> Math.max(Math.abs(v.x()) * across, Math.abs(v.y()) * up))
            .max()
            .orElse(0);
    return new Plane(rect, round(need * SPARE));
  }

  /** The least round number from here up; 1 for zero. */
  private static double round(double least) {
    if (least <= 0) {
      return 1;
    }
    double ten = Math.pow(10, Math.floor(Math.log10(least)));
    return ROUND.stream().map(r -> r * ten).filter(r -> r >= least).findFirst().orElse(10 * ten);
  }

  /** How long one is, in pixels. */
  public double unit() {
    return Math.min(rect.width(), rect.height()) / 2 / reach;
  }

  public double toX(double x) {
    return rect.centerX() + x * unit();
  }

  public double toY(double y) {
    return rect.centerY() - y * unit();
  }

  /** What is at a point of the picture. */
  public Vec at(double px, double py) {
    return new Vec((px - rect.centerX()) / unit(), (rect.centerY() - py) / unit());
  }

  /** The piece of a line that lies in the plane. */
  Optional<Segment> line(Vec through, Vec along) {
    double x = toX(through.x());
    double y = toY(through.y());
    double dx = along.x() / along.length();
    double dy = -along.y() / along.length();
    // Liang and Barsky (1984): how far one may go until an edge is met
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    double[][] edges = {
      {dx, rect.x() - x, rect.right() - x}, {dy, rect.y() - y, rect.bottom() - y}
    };
    for (double[] edge : edges) {
      if (edge[0] == 0) {
        if (edge[1] > 0 || edge[2] < 0) {
          return Optional.empty();
        }
      } else {
        from = Math.max(from, Math.min(edge[1] / edge[0], edge[2] / edge[0]));
        to = Math.min(to, Math.max(edge[1] / edge[0], edge[2] / edge[0]));
      }
    }
    return from < to
        ? Optional.of(new Segment(x + from * dx, y + from * dy, x + to * dx, y + to * dy))
        : Optional.empty();
  }
}
