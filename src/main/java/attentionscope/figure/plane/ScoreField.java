package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.language.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The score that a key would have, wherever it stood: bands between lines of equal score, which lie
 * across the query and closer together the longer it is.
 *
 * @param query not zero, finite
 * @param step from one line to the next, in scores
 */
record ScoreField(Plane plane, Vec query, double step, ColorScale scale) {

  private static final double CLOSEST = 11;
  private static final double LABELS_APART = 34;
  private static final double BAND = 0.3;
  private static final Type LABEL = Type.ui(10.5).weight(Type.Weight.MEDIUM);

  static ScoreField of(Plane plane, Vec query, ColorScale scale) {
    // Chosen by the plane and not by the query: a longer query is to have closer lines.
    double step = Steps.atLeast(plane.reach() * plane.reach() / 10);
    while (apart(plane, query, step) < CLOSEST) {
      step = Steps.atLeast(step * 1.5);
    }
    return new ScoreField(plane, query, step, scale);
  }

  private static double apart(Plane plane, Vec query, double step) {
    return step / query.length() * plane.unit();
  }

  void drawBands(Drawing drawing) {
    for (int level = -last() - 1; level <= last(); level++) {
      List<Vec> corners = between(level * step, (level + 1) * step);
      if (corners.size() > 2) {
        Tint tint = scale.tint((level + 0.5) * step).faded(BAND);
        drawing.add(Mark.Path.filled(pieces(corners), tint));
      }
    }
  }

  void drawLines(Drawing drawing) {
    for (int level = -last(); level <= last(); level++) {
      Stroke stroke = Stroke.of(Tint.of(Ink.QUERY).faded(level == 0 ? 0.55 : 0.28), 1);
      line(level).ifPresent(s -> drawing.line(s.x1(), s.y1(), s.x2(), s.y2(), stroke));
    }
  }

  /** Says at the edge which score a line stands for, where there is room. */
  void drawLabels(Drawing drawing, Places places) {
    int every = Math.max(1, (int) Math.ceil(LABELS_APART / apart(plane, query, step)));
    for (int level = 0; level <= last(); level += every) {
      label(drawing, places, level);
      if (level > 0) {
        label(drawing, places, -level);
      }
    }
  }

  private void label(Drawing drawing, Places places, int level) {
    Optional<Plane.Segment> line = line(level);
    if (line.isEmpty()) {
      return;
    }
    Plane.Segment s = line.get();
    String text = Numbers.exact((float) (level * step));
    double width = drawing.measure().width(text, LABEL) + 8;
    double height = LABEL.size() + 3;
    Rect room = plane.rect().inset(2);
    // rather at the right, or below
    boolean turn = s.x2() - s.x1() > 1 || (s.x2() - s.x1() > -1 && s.y2() > s.y1());
    double[] first = turn ? new double[] {s.x2(), s.y2()} : new double[] {s.x1(), s.y1()};
    double[] second = turn ? new double[] {s.x1(), s.y1()} : new double[] {s.x2(), s.y2()};
    for (double[] end : List.of(first, second)) {
      double x = Math.clamp(end[0] - width / 2, room.x(), room.right() - width);
      double y = Math.clamp(end[1] - height / 2, room.y(), room.bottom() - height);
      Rect rect = new Rect(x, y, width, height);
      if (places.free(rect)) {
        places.take(rect);
        drawing.fill(rect, 4, Tint.of(Ink.SURFACE).faded(0.85));
        Ink ink = level == 0 ? Ink.SOFT : level < 0 ? Ink.NEGATIVE : Ink.POSITIVE;
        drawing.text(
            rect.centerX(),
            drawing.measure().baselineIn(rect, LABEL),
            text,
            LABEL,
            ink,
            Align.MIDDLE);
        return;
      }
    }
  }

  private Optional<Plane.Segment> line(int level) {
    Vec foot = query.times(level * step / query.dot(query));
    return plane.line(foot, query.turned());
  }

  /** The number of the last line that a corner of the plane lies beyond. */
  private int last() {
    double largest =
        corners().stream().mapToDouble(corner -> Math.abs(query.dot(corner))).max().orElse(0);
    return (int) Math.floor(largest / step);
  }

  private List<Vec> corners() {
    Rect rect = plane.rect();
    return List.of(
        plane.at(rect.x(), rect.y()),
        plane.at(rect.right(), rect.y()),
        plane.at(rect.right(), rect.bottom()),
        plane.at(rect.x(), rect.bottom()));
  }

  /** The part of the plane whose scores lie between two. */
  private List<Vec> between(double low, double high) {
    List<Vec> above = cut(corners(), query, low);
    return cut(above, query.times(-1), -high);
  }

  /** What is left of a polygon where the product with a vector is no less than a number. */
  private static List<Vec> cut(List<Vec> polygon, Vec by, double least) {
    List<Vec> left = new ArrayList<>();
    for (int i = 0; i < polygon.size(); i++) {
      Vec here = polygon.get(i);
      Vec next = polygon.get((i + 1) % polygon.size());
      double inside = by.dot(here) - least;
      double then = by.dot(next) - least;
      if (inside >= 0) {
        left.add(here);
      }
      if (inside * then < 0) {
        double share = inside / (inside - then);
        left.add(here.times(1 - share).plus(next.times(share)));
      }
    }
    return left;
  }

  private List<Piece> pieces(List<Vec> corners) {
    List<Piece> pieces = new ArrayList<>();
    for (Vec corner : corners) {
      double x = plane.toX(corner.x());
      double y = plane.toY(corner.y());
      pieces.add(pieces.isEmpty() ? new Piece.Move(x, y) : new Piece.Straight(x, y));
    }
    pieces.add(new Piece.Close());
    return pieces;
  }
}
