package attentionscope.figure.recurrent;

import attentionscope.figure.Rect;

/**
 * How steps are spread over the width there is. Where there are too many, those around one of them
 * are shown.
 *
 * @param room from the first column's left edge to the last one's right edge
 * @param from the first step shown
 * @param to the step behind the last one shown
 * @param pitch from step to step
 */
record Spread(Rect room, int from, int to, double pitch) {

  private static final double LEAST = 13;
  private static final double MOST = 96;
  private static final double SHARE = 0.56;
  private static final double WIDEST = 34;

  /**
   * @param count how many steps there are
   * @param about the step that must be in sight
   */
  static Spread over(Rect room, int count, int about) {
    int fit = Math.max(1, (int) (room.width() / LEAST));
    if (count <= fit) {
      return new Spread(room, 0, count, Math.min(MOST, room.width() / Math.max(1, count)));
    }
    int from = Math.clamp(about - fit / 2, 0, count - fit);
    return new Spread(room, from, from + fit, room.width() / fit);
  }

  boolean shows(int step) {
    return step >= from && step < to;
  }

  /** Whether there are more steps than are shown. */
  boolean isPart(int count) {
    return to - from < count;
  }

  /** The middle of a step's column. */
  double x(int step) {
    return room.x() + (step - from + 0.5) * pitch;
  }

  double width() {
    return Math.clamp(pitch * SHARE, 5, WIDEST);
  }

  /** A step's column within a band. */
  Rect column(int step, Rect band) {
    return new Rect(x(step) - width() / 2, band.y(), width(), band.height());
  }

  /** The place of a word below a column. */
  Rect word(int step, double y, double height) {
    return new Rect(x(step) - pitch / 2, y, pitch, height);
  }
}
