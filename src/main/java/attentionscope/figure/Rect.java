package attentionscope.figure;

/**
 * A rectangle in the units of a figure (pixels at scale 1), x to the right and y down.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 0
 * @param height at least 0
 */
public record Rect(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  /** Left and upper edge belong to it, right and lower edge do not. */
  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }

  /** Whether the other lies within this one, up to a rounding error. */
  public boolean contains(Rect other) {
    double slack = 1e-6;
    return other.x >= x - slack
        && other.y >= y - slack
        && other.right() <= right() + slack
        && other.bottom() <= bottom() + slack;
  }

  /** Whether the insides of both share a point. */
  public boolean overlaps(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Every edge moved inwards; outwards when negative. */
  public Rect inset(double by) {
    return new Rect(x + by, y + by, Math.max(0, width - 2 * by), Math.max(0, height - 2 * by));
  }

  public Rect moved(double dx, double dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  /** The smallest rectangle that holds both. */
  public Rect union(Rect other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Rect(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
