package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Pointing;
import attentionscope.workspace.Outlook;

/** The newest token in one head, large, and in all heads, small. */
record Watching(
    Drawing drawing, Outlook outlook, Watched watched, ColorScale scale, Pointing pointing)
    implements Lower {

  private static final double BETWEEN = 8;
  private static final double LEAST_ROWS = 60;

  private WatchedTokens tokens() {
    return new WatchedTokens(drawing, watched, outlook.row(), scale, pointing);
  }

  private HeadRows rows() {
    return new HeadRows(drawing, outlook.newest(), watched, scale);
  }

  @Override
  public double wants(double width) {
    double rows = rows().worthShowing() ? BETWEEN + rows().wants() : 0;
    return tokens().wants(width) + rows;
  }

  @Override
  public void draw(Rect room) {
    boolean all = rows().worthShowing();
    double half = Math.max(LEAST_ROWS, room.height() / 2);
    double leastRows = all ? Math.min(rows().wants(), half) + BETWEEN : 0;
    double high = Math.min(tokens().wants(room.width()), room.height() - leastRows);
    tokens().draw(new Rect(room.x(), room.y(), room.width(), high));
    if (all) {
      double top = room.y() + Math.max(high, WatchedTokens.TITLE + WatchedTokens.LINE) + BETWEEN;
      double rows = Math.min(rows().wants(), room.bottom() - top);
      rows().draw(new Rect(room.x(), top, room.width(), rows));
    }
  }
}
