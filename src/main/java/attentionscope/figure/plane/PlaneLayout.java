package attentionscope.figure.plane;

import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.steps.HeadNodes;

/**
 * Where the plane and what follows from it stand: the numbers below the plane or beside it,
 * whichever leaves the plane larger.
 *
 * @param legend what the arrows are
 * @param plane the plane itself
 * @param numbers scores, weights and output
 */
record PlaneLayout(Rect legend, Rect plane, Rect numbers) {

  private static final double MARGIN = 12;
  private static final double LEGEND = 24;
  private static final double TICKS_LEFT = 30;
  private static final double TICKS_BELOW = 20;
  private static final double BETWEEN = 16;
  private static final double NARROWEST = 256;
  private static final double WIDEST = 430;
  private static final double SHARE = 0.4;
  private static final double SMALLEST = 40;

  static PlaneLayout of(HeadNodes head, int row, Frame frame) {
    Rect room = new Rect(0, 0, frame.width(), frame.height()).inset(MARGIN);
    double height = Math.min(OutcomeColumns.height(head, room.width()), room.height() * 0.5);
    Rect above = new Rect(room.x(), room.y(), room.width(), room.height() - height - BETWEEN);
    double narrowest = OutcomeColumns.narrowest(head, row, frame);
    double width = Math.max(narrowest, Math.clamp(room.width() * SHARE, NARROWEST, WIDEST));
    Rect left = new Rect(room.x(), room.y(), room.width() - width - BETWEEN, room.height());
    boolean beside =
        Math.min(left.width(), left.height()) > Math.min(above.width(), above.height());
    Rect numbers =
        beside
            ? new Rect(left.right() + BETWEEN, room.y(), width, room.height())
            : new Rect(room.x(), above.bottom() + BETWEEN, room.width(), height);
    return of(beside ? left : above, numbers);
  }

  private static PlaneLayout of(Rect room, Rect numbers) {
    Rect legend = new Rect(room.x(), room.y(), room.width(), LEGEND);
    Rect plane =
        new Rect(
            room.x() + TICKS_LEFT,
            legend.bottom() + 2,
            Math.max(SMALLEST, room.width() - TICKS_LEFT),
            Math.max(SMALLEST, room.bottom() - legend.bottom() - 2 - TICKS_BELOW));
    return new PlaneLayout(legend, plane, numbers);
  }
}
