package attentionscope.view.plane;

import attentionscope.figure.plane.Plane;
import attentionscope.figure.plane.Vec;

/**
 * The handle in the pointer's grip.
 *
 * @param dx how far right of the query's tip it was taken, in pixels
 * @param dy how far below it
 * @param reach of the plane when it was taken; it stays so until the handle is let go
 */
record Hold(double dx, double dy, double reach) {

  private static final double EDGE = 6;

  static Hold of(Plane plane, Vec query, double px, double py) {
    return new Hold(px - plane.toX(query.x()), py - plane.toY(query.y()), plane.reach());
  }

  /** Where the query is to be when the pointer is here: in the plane, at tenths or so. */
  Vec query(Plane plane, double px, double py) {
    double x = Math.clamp(px - dx, plane.rect().x() + EDGE, plane.rect().right() - EDGE);
    double y = Math.clamp(py - dy, plane.rect().y() + EDGE, plane.rect().bottom() - EDGE);
    Vec there = plane.at(x, y);
    // tenths where the plane reaches from 2 to 20, else in proportion; whole numbers divide exactly
    double grain = Math.pow(10, Math.ceil(-Math.log10(reach / 20)));
    return new Vec(Math.rint(there.x() * grain) / grain, Math.rint(there.y() * grain) / grain);
  }
}
