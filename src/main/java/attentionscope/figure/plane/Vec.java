package attentionscope.figure.plane;

import attentionscope.trace.Node;

/** A vector of two numbers, or a point of the plane. */
public record Vec(double x, double y) {

  /** A row of a matrix of two columns. */
  static Vec ofRow(Node node, int row) {
    return new Vec(node.at(row, 0), node.at(row, 1));
  }

  double length() {
    return Math.hypot(x, y);
  }

  double dot(Vec other) {
    return x * other.x + y * other.y;
  }

  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor);
  }

  /** The same length, a quarter turn on. */
  Vec turned() {
    return new Vec(-y, x);
  }

  /** Its foot on the line through zero along another vector, which is not zero. */
  Vec footOn(Vec other) {
    return other.times(dot(other) / other.dot(other));
  }

  /** Whether it can be drawn. */
  boolean isFinite() {
    return Double.isFinite(x) && Double.isFinite(y);
  }

  boolean isZero() {
    return x == 0 && y == 0;
  }
}
