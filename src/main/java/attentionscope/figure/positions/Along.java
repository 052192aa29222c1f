package attentionscope.figure.positions;

import attentionscope.figure.Rect;

/** Where columns stand that several figures share, so that equal positions stand in one line. */
final class Along {

  private static final double WIDEST = 72;

  /** Whole pixels may cost so much of the width, as a share. */
  private static final double WASTE = 0.08;

  private Along() {}

  /**
   * The part of a room that {@code count} columns take; whole pixels each where that wastes little.
   */
  static Rect columns(Rect room, int count) {
    double width = room.width() - Style.LEFT - Style.RIGHT;
    return new Rect(
        room.x() + Style.LEFT, room.y(), pitch(width, count, WIDEST) * count, room.height());
  }

  /** How wide each of some cells is. */
  static double pitch(double width, int count, double widest) {
    double pitch = Math.min(widest, Math.max(1, width) / count);
    return Math.floor(pitch) >= pitch * (1 - WASTE) ? Math.floor(pitch) : pitch;
  }
}
