package attentionscope.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import attentionscope.figure.Mark.Piece;
import java.util.ArrayList;
import java.util.List;

/** What is true of every figure. */
public final class FigureFacts {

  private FigureFacts() {}

  /** No text, formula, cell or line leaves the figure. */
  public static void nothingLeaves(Figure figure, TextMeasure measure) {
    Rect bounds = figure.bounds().inset(-0.5);
    for (Mark mark : figure.marks()) {
      Rect rect = boundsOf(mark, measure);
      assertTrue(bounds.contains(rect), () -> mark + " leaves the figure: " + rect);
    }
    for (Hit hit : figure.hits()) {
      assertTrue(bounds.contains(hit.rect()), () -> hit + " leaves the figure");
    }
  }

  /** No text lies over another one. */
  public static void textsDoNotMeet(Figure figure, TextMeasure measure) {
    List<Mark.Text> texts = texts(figure).stream().filter(text -> text.angle() == 0).toList();
    List<Rect> places = texts.stream().map(text -> boundsOf(text, measure).inset(0.6)).toList();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        if (places.get(i).overlaps(places.get(j))) {
          fail(texts.get(i).text() + " meets " + texts.get(j).text());
        }
      }
    }
  }

  public static List<Mark.Text> texts(Figure figure) {
    List<Mark.Text> texts = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Text text) {
        texts.add(text);
      }
    }
    return texts;
  }

  public static boolean says(Figure figure, String text) {
    return texts(figure).stream().anyMatch(mark -> mark.text().equals(text));
  }

  /** The rectangle a mark takes. */
  public static Rect boundsOf(Mark mark, TextMeasure measure) {
    return switch (mark) {
      case Mark.Box box -> box.rect();
      case Mark.Line line -> around(line.x1(), line.y1(), line.x2(), line.y2());
      case Mark.Raster raster -> raster.rect();
      case Mark.Hatch hatch -> hatch.rect();
      case Mark.Formula formula -> formula.rect();
      case Mark.Path path -> path(path);
      case Mark.Text text -> text(text, measure);
    };
  }

  private static Rect path(Mark.Path path) {
    Rect all = null;
    for (Piece piece : path.pieces()) {
      Rect rect =
          switch (piece) {
            case Piece.Move to -> around(to.x(), to.y(), to.x(), to.y());
            case Piece.Straight to -> around(to.x(), to.y(), to.x(), to.y());
            case Piece.Curve to -> around(to.x(), to.y(), to.x(), to.y());
            case Piece.Close close -> null;
          };
      all = rect == null ? all : all == null ? rect : all.union(rect);
    }
    return all;
  }

  private static Rect text(Mark.Text text, TextMeasure measure) {
    double width = measure.width(text.text(), text.type());
    double cap = measure.capHeight(text.type());
    double start =
        switch (text.align()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    double angle = Math.toRadians(text.angle());
    Rect all = around(text.x(), text.y(), text.x(), text.y());
    for (double along : new double[] {start, start + width}) {
      for (double up : new double[] {0, -cap}) {
        double x = text.x() + along * Math.cos(angle) - up * Math.sin(angle);
        double y = text.y() + along * Math.sin(angle) + up * Math.cos(angle);
        all = all.union(around(x, y, x, y));
      }
    }
    return all;
  }

  private static Rect around(double x1, double y1, double x2, double y2) {
    return new Rect(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
  }

  /** Points along every line that a figure strokes with corners or curves, line by line. */
  public static List<List<Arrow.Point>> connectors(Figure figure) {
    List<List<Arrow.Point>> connectors = new ArrayList<>();
    for (Mark mark : figure.marks()) {
      if (mark instanceof Mark.Path path && path.stroke().isPresent()) {
        connectors.add(points(path.pieces()));
      }
    }
    return connectors;
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
    int steps = 24 + (int) Math.hypot(to.x() - from.x(), to.y() - from.y());
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
