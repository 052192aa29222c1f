package attentionscope.figure;

import attentionscope.figure.Mark.Piece;
import java.util.ArrayList;
import java.util.List;

/** What marks cover. */
public final class Geometry {

  private static final int STEPS = 24;

  private Geometry() {}

  /** Points along every stroked path of a figure, path by path. */
  public static List<List<Arrow.Point>> paths(Figure figure) {
    List<List<Arrow.Point>> paths = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Path path && path.stroke().isPresent()) {
        paths.add(points(path.pieces()));
      }
    }
    return paths;
  }

  /** Where texts stand, from the top of capitals to the baseline. */
  public static List<Rect> texts(Figure figure, TextMeasure measure) {
    List<Rect> texts = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Text text && text.angle() == 0 && !text.text().isBlank()) {
        texts.add(rect(text, measure));
      }
    }
    return texts;
  }

  public static Rect rect(Mark.Text text, TextMeasure measure) {
    double width = measure.width(text.text(), text.type());
    double left =
        switch (text.align()) {
          case START -> text.x();
          case MIDDLE -> text.x() - width / 2;
          case END -> text.x() - width;
        };
    double height = measure.capHeight(text.type());
    return new Rect(left, text.y() - height, width, height);
  }

  private static List<Arrow.Point> points(List<Piece> pieces) {
    List<Arrow.Point> points = new ArrayList<>();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Move to -> points.add(new Arrow.Point(to.x(), to.y()));
        case Piece.Straight to -> straight(points, to);
        case Piece.Curve to -> curve(points, to);
        case Piece.Close close -> {}
      }
    }
    return points;
  }

  private static void straight(List<Arrow.Point> points, Piece.Straight to) {
    Arrow.Point from = points.getLast();
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    int steps = Math.max(1, (int) Math.ceil(length));
    for (int i = 1; i <= steps; i++) {
      double t = (double) i / steps;
      points.add(
          new Arrow.Point(from.x() + (to.x() - from.x()) * t, from.y() + (to.y() - from.y()) * t));
    }
  }

  private static void curve(List<Arrow.Point> points, Piece.Curve to) {
    Arrow.Point from = points.getLast();
    int steps = STEPS + (int) Math.hypot(to.x() - from.x(), to.y() - from.y());
    for (int i = 1; i <= steps; i++) {
      double t = (double) i / steps;
      points.add(
          new Arrow.Point(
              bezier(from.x(), to.x1(), to.x2(), to.x(), t),
              bezier(from.y(), to.y1(), to.y2(), to.y(), t)));
    }
  }

  private static double bezier(double a, double b, double c, double d, double t) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }
}
