package attentionscope.figure.plane;

import attentionscope.analysis.Masked;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.Optional;

/** Draws the plane: field of scores, axes, keys with their feet, and the query with its handle. */
final class PlanePainter {

  private static final Type NAME = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final Type TICK = Type.ui(10.5);
  private static final double TICKS_APART = 46;
  private static final double HANDLE = 8;
  private static final double GRIP = 15;
  private static final double TIP = 8;
  private static final double FAINT = 0.45;

  private final Drawing drawing;
  private final PlaneFigure figure;
  private final HeadNodes head;
  private final Plane plane;
  private final ColorScale scores;
  private final Arrows arrows;
  private final Places places;

  PlanePainter(Drawing drawing, PlaneFigure figure, Plane plane, ColorScale scores) {
    this.drawing = drawing;
    this.figure = figure;
    this.head = figure.head();
    this.plane = plane;
    this.scores = scores;
    this.arrows = new Arrows(drawing, plane);
    this.places = new Places(plane.rect());
  }

  void draw() {
    Vec query = figure.query();
    Optional<ScoreField> field =
        query.isFinite() && !query.isZero()
            ? Optional.of(ScoreField.of(plane, query, scores))
            : Optional.empty();
    drawing.fill(plane.rect(), 0, Tint.of(Ink.SURFACE));
    field.ifPresent(one -> one.drawBands(drawing));
    axes();
    field.ifPresent(one -> one.drawLines(drawing));
    drawing.outline(plane.rect(), 0, Stroke.of(Ink.LINE, 1));
    field.ifPresent(one -> queryLine(query));
    takePlaces(query);
    was().ifPresent(this::ghost);
    for (int row = 0; row < head.queries(); row++) {
      otherQuery(row);
    }
    for (int key = 0; key < head.keys(); key++) {
      key(key, field.isPresent());
    }
    query(query);
    field.ifPresent(one -> one.drawLabels(drawing, places));
  }

  // axes

  private void axes() {
    Rect rect = plane.rect();
    Stroke stroke = Stroke.of(Ink.LINE, 1);
    drawing.line(rect.x(), plane.toY(0), rect.right(), plane.toY(0), stroke);
    drawing.line(plane.toX(0), rect.y(), plane.toX(0), rect.bottom(), stroke);
    double step = Steps.atLeast(TICKS_APART / plane.unit());
    String across = drawing.frame().text("figure.axis.across", feature(0));
    double name = drawing.measure().width(across, TICK);
    double base = rect.bottom() + 4 + drawing.measure().capHeight(TICK) + 2;
    drawing.text(rect.right(), base, across, TICK, Ink.SOFT, Align.END);
    for (int i = 0; i * step * plane.unit() <= rect.width() / 2; i++) {
      for (int sign = i == 0 ? 1 : -1; sign <= 1; sign += 2) {
        String text = Numbers.exact((float) (sign * i * step));
        double x = plane.toX(sign * i * step);
        double half = drawing.measure().width(text, TICK) / 2;
        if (x + half < rect.right() - name - 8 && x - half > rect.x() - 20) {
          drawing.text(x, base, text, TICK, Ink.FAINT, Align.MIDDLE);
        }
      }
    }
    for (int i = 0; i * step * plane.unit() <= rect.height() / 2; i++) {
      for (int sign = i == 0 ? 1 : -1; sign <= 1; sign += 2) {
        String text = Numbers.exact((float) (sign * i * step));
        double half = drawing.measure().capHeight(TICK) / 2;
        double y = plane.toY(sign * i * step) + half;
        drawing.text(rect.x() - 6, y, text, TICK, Ink.FAINT, Align.END);
      }
    }
  }

  private String feature(int column) {
    return AxisNames.entry(head.q().columns(), column, drawing.frame().texts());
  }

  // arrows

  /** What labels must not hide. */
  private void takePlaces(Vec query) {
    if (query.isFinite()) {
      places.take(Arrows.around(x(query), y(query), HANDLE + 3));
      avoid(query);
    }
    for (Vec key : figure.keys()) {
      if (key.isFinite()) {
        avoid(key);
        if (query.isFinite() && !query.isZero()) {
          Vec foot = key.footOn(query);
          places.take(Arrows.around(x(foot), y(foot), 5));
          places.avoid(x(key), y(key), x(foot), y(foot));
        }
      }
    }
    for (int row = 0; row < head.queries(); row++) {
      if (figure.query(row).isFinite()) {
        avoid(figure.query(row));
      }
    }
  }

  private void avoid(Vec vector) {
    places.avoid(plane.toX(0), plane.toY(0), x(vector), y(vector));
  }

  private double x(Vec vector) {
    return plane.toX(vector.x());
  }

  private double y(Vec vector) {
    return plane.toY(vector.y());
  }

  /** The line along the query, on which the feet are. */
  private void queryLine(Vec query) {
    Stroke stroke = Stroke.of(Tint.of(Ink.QUERY).faded(0.7), 1).dashed(2, 4);
    Optional<Plane.Segment> line = plane.line(new Vec(0, 0), query);
    line.ifPresent(s -> drawing.line(s.x1(), s.y1(), s.x2(), s.y2(), stroke));
    line.ifPresent(s -> places.avoid(s.x1(), s.y1(), s.x2(), s.y2()));
  }

  private void key(int key, boolean withFoot) {
    Vec vector = figure.keys().get(key);
    if (!vector.isFinite()) {
      return;
    }
    int keyRow = head.keyRow(figure.row(), key);
    boolean masked = Masked.at(head.beforeSoftmax(), figure.row(), key);
    Tint tint = Tint.of(Ink.KEY).faded(masked ? FAINT : 1);
    if (withFoot) {
      foot(key, tint);
    }
    arrows.draw(vector, tint, 2.5);
    label(head.k(), keyRow, vector, tint);
  }

  /** From the tip of a key at a right angle to the line along the query. */
  private void foot(int column, Tint tint) {
    Vec key = figure.keys().get(column);
    Vec foot = key.footOn(figure.query());
    if (Math.hypot(x(foot) - x(key), y(foot) - y(key)) < 3) {
      return; // the key lies along the query: its tip is its foot
    }
    drawing.line(x(key), y(key), x(foot), y(foot), Stroke.of(tint.faded(0.8), 1.25).dashed(4, 4));
    drawing.fill(Arrows.around(x(foot), y(foot), 4), 4, Tint.of(Ink.SURFACE));
    drawing.outline(Arrows.around(x(foot), y(foot), 3.5), 3.5, Stroke.of(tint, 1.75));
    CellRef score = head.scores().ref(figure.row(), column);
    drawing.hit(
        cut(Arrows.around(x(foot), y(foot), TIP)),
        new Target.Cell(score),
        MatrixNames.cell(head.scores(), score, drawing.frame().texts()));
  }

  private void otherQuery(int row) {
    Vec vector = figure.query(row);
    if (row == figure.row() || !vector.isFinite()) {
      return;
    }
    Tint tint = Tint.of(Ink.QUERY).faded(FAINT);
    if (!vector.equals(figure.query())) {
      arrows.draw(vector, tint, 2);
    }
    label(head.q(), row, vector, Tint.of(Ink.QUERY).faded(0.75));
  }

  private void query(Vec query) {
    Vec shown = query.isFinite() ? query : new Vec(0, 0);
    Tint tint = Tint.of(Ink.QUERY);
    arrows.draw(shown, tint, 3, HANDLE);
    Rect ring = Arrows.around(x(shown), y(shown), HANDLE);
    drawing.fill(ring, HANDLE, Tint.of(Ink.SURFACE));
    drawing.outline(ring.inset(1.25), HANDLE - 1.25, Stroke.of(tint, 2.5));
    arrows.dot(x(shown), y(shown), 3, tint);
    label(head.q(), figure.row(), shown, tint);
    Rect grip = Arrows.around(x(shown), y(shown), GRIP);
    drawing.hit(
        cut(grip),
        PlaneFigure.HANDLE,
        drawing.frame().text("plane.handle", name(head.q(), figure.row())));
  }

  /** Where the query was before the user moved it. */
  private void ghost(Vec was) {
    Stroke stroke = Stroke.of(Tint.of(Ink.QUERY).faded(FAINT), 1.5).dashed(3, 4);
    drawing.line(plane.toX(0), plane.toY(0), x(was), y(was), stroke);
    drawing.outline(Arrows.around(x(was), y(was), 4), 4, stroke);
  }

  private Optional<Vec> was() {
    return QueryBefore.of(head.q(), figure.row())
        .filter(before -> plane.rect().contains(x(before), y(before)));
  }

  private void label(Node node, int row, Vec vector, Tint tint) {
    String name = name(node, row);
    double width = drawing.measure().width(name, NAME) + 4;
    double gap = vector.equals(figure.query()) ? HANDLE + 3 : 6;
    Rect tip = Arrows.around(x(vector), y(vector), TIP);
    Optional<Rect> place = places.beside(x(vector), y(vector), vector, gap, width, NAME.size() + 2);
    place.ifPresent(rect -> drawing.centred(rect, name, NAME, tint));
    drawing.hit(
        cut(place.map(tip::union).orElse(tip)),
        new Target.Area(Region.row(node.id(), row)),
        MatrixNames.row(node, row, drawing.frame().texts()));
  }

  private static String name(Node node, int row) {
    return AxisNames.label(node.rows(), row);
  }

  /** What of a place lies in the figure. */
  private Rect cut(Rect rect) {
    double left = Math.max(0, rect.x());
    double top = Math.max(0, rect.y());
    double right = Math.min(drawing.frame().width(), rect.right());
    double bottom = Math.min(drawing.frame().height(), rect.bottom());
    return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
