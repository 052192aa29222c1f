package attentionscope.figure.plane;

import attentionscope.figure.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is taken of a picture, so that no label lies over another or over an arrow. */
final class Places {

  /** Round the clock from the right, in eighths; y is up. */
  private static final int[][] WAYS = {
    {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}
  };

  /** From straight on to straight back, the nearer first. */
  private static final int[] TURNS = {0, 1, -1, 2, -2, 3, -3, 4};

  private static final double PIECE = 6;

  private final Rect room;
  private final List<Rect> taken = new ArrayList<>();
  private final List<Rect> lines = new ArrayList<>();

  Places(Rect room) {
    this.room = room;
  }

  void take(Rect rect) {
    taken.add(rect);
  }

  /** A line that labels rather do not cross. */
  void avoid(double x1, double y1, double x2, double y2) {
    int pieces = 1 + (int) (Math.hypot(x2 - x1, y2 - y1) / PIECE);
    for (int i = 0; i <= pieces; i++) {
      double share = i / (double) pieces;
      lines.add(new Rect(x1 + (x2 - x1) * share - 2, y1 + (y2 - y1) * share - 2, 4, 4));
    }
  }

  boolean free(Rect rect) {
    return room.contains(rect) && taken.stream().noneMatch(rect::overlaps);
  }

  private boolean crossed(Rect rect) {
    return lines.stream().anyMatch(rect::overlaps);
  }

  /**
   * Takes a place beside a point, if there is one.
   *
   * @param away where a vector to the point leads: the label rather stands there
   * @param gap from the point to the label
   */
  Optional<Rect> beside(double x, double y, Vec away, double gap, double width, double height) {
    int straight =
        away.isZero()
            ? 5
            : Math.floorMod(Math.round(Math.atan2(away.y(), away.x()) / (Math.PI / 4)), 8);
    Optional<Rect> found = Optional.empty();
    for (int turn : TURNS) {
      int[] way = WAYS[Math.floorMod(straight + turn, WAYS.length)];
      double centerX = x + way[0] * (gap + width / 2);
      double centerY = y - way[1] * (gap + height / 2);
      Rect rect = new Rect(centerX - width / 2, centerY - height / 2, width, height);
      if (free(rect)) {
        if (!crossed(rect)) {
          found = Optional.of(rect);
          break;
        }
        found = found.or(() -> Optional.of(rect));
      }
    }
    found.ifPresent(this::take);
    return found;
  }
}
