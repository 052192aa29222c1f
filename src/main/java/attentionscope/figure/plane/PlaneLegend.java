package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.Locale;

/** The line over the plane: the upward axis, and what arrows, feet and lines are. */
@BuildsKeys("plane.legend.")
final class PlaneLegend {

  private static final Type TYPE = Type.ui(11.5);
  private static final Type AXIS = Type.ui(10.5);
  private static final double SAMPLE = 20;
  private static final double SPACE = 6;
  private static final double BETWEEN = 14;

  /** What is told apart, the most needed first. */
  private enum Entry {
    QUERY,
    KEYS,
    LEVEL,
    FOOT
  }

  private PlaneLegend() {}

  /**
   * Draws as many entries as there is room for, from the right.
   *
   * @param plane where the plane begins
   */
  static void draw(Drawing drawing, HeadNodes head, Rect line, double plane) {
    String up = AxisNames.entry(head.q().columns(), 1, drawing.frame().texts()) + " ↑";
    drawing.text(
        line.x(), drawing.measure().baselineIn(line, AXIS), up, AXIS, Ink.SOFT, Align.START);
    double x = Math.max(plane, line.x() + drawing.measure().width(up, AXIS) + BETWEEN + SPACE);
    for (Entry entry : Entry.values()) {
      String text = drawing.frame().text("plane.legend." + entry.name().toLowerCase(Locale.ROOT));
      double width = SAMPLE + SPACE + drawing.measure().width(text, TYPE);
      if (x + width > line.right()) {
        return;
      }
      Rect place = new Rect(x, line.y(), width, line.height());
      sample(drawing, entry, x, line.centerY());
      double base = drawing.measure().baselineIn(line, TYPE);
      drawing.text(x + SAMPLE + SPACE, base, text, TYPE, Ink.SOFT, Align.START);
      switch (entry) {
        case QUERY -> hit(drawing, place, head.q());
        case KEYS -> hit(drawing, place, head.k());
        case LEVEL, FOOT -> {}
      }
      x = place.right() + BETWEEN;
    }
  }

  private static void hit(Drawing drawing, Rect place, Node node) {
    drawing.hit(
        place,
        new Target.Area(Region.all(node.id())),
        MatrixNames.of(node.id(), drawing.frame().texts()));
  }

  private static void sample(Drawing drawing, Entry entry, double x, double y) {
    double end = x + SAMPLE;
    switch (entry) {
      case QUERY -> {
        drawing.line(x, y, end - 8, y, Stroke.of(Ink.QUERY, 2.5));
        drawing.outline(Arrows.around(end - 5, y, 4), 4, Stroke.of(Ink.QUERY, 2));
      }
      case KEYS -> {
        Plane plane = new Plane(new Rect(x - SAMPLE, y - SAMPLE, 2 * SAMPLE, 2 * SAMPLE), 1);
        new Arrows(drawing, plane).draw(new Vec(1, 0), Tint.of(Ink.KEY), 2);
      }
      case LEVEL -> drawing.line(x, y, end, y, Stroke.of(Tint.of(Ink.QUERY).faded(0.5), 1));
      case FOOT -> {
        drawing.line(x, y, end - 8, y, Stroke.of(Ink.KEY, 1.25).dashed(4, 4));
        drawing.outline(Arrows.around(end - 5, y, 3.5), 3.5, Stroke.of(Ink.KEY, 1.75));
      }
    }
  }
}
