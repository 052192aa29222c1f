package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.steps.Panel.Part;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Node;
import attentionscope.trace.Region;

/** The two lines over a matrix of the steps figure: its name and shape, and its axes. */
@BuildsKeys("figure.steps.part.")
final class PanelHeading {

  private static final Type TITLE = Type.ui(13.5).weight(Type.Weight.BOLD);
  private static final Type SMALL = Type.ui(10.5);
  private static final double SMALLEST_TITLE = 11.5;

  private PanelHeading() {}

  static void draw(Drawing drawing, StepsTimeline timeline, Moment moment, Panel panel) {
    HeadNodes head = timeline.head();
    Part part = panel.part();
    Rect title = panel.title();
    String name = title(drawing, timeline, moment, part);
    double base = title.y() + 13;
    String shape = MatrixNames.shape(StepsLayout.node(head, part));
    double room = title.width() - drawing.measure().width(shape, SMALL) - 6;
    Type type = TITLE;
    while (type.size() > SMALLEST_TITLE && drawing.measure().width(name, type) > room) {
      type = type.size(type.size() - 0.5);
    }
    boolean both = drawing.measure().width(name, type) <= room;
    String shown = drawing.measure().shortened(name, type, title.width());
    drawing.text(title.x(), base, shown, type, StepsFigure.identity(part), Align.START);
    if (both) {
      drawing.text(title.right(), base, shape, SMALL, Ink.FAINT, Align.END);
    }
    Node node = StepsLayout.node(head, part);
    drawing.hit(title, new Target.Area(Region.all(node.id())), name + " " + shape);
    String down = AxisNames.of(node.rows(), node.columns(), drawing.frame().texts());
    String across = AxisNames.of(node.columns(), node.rows(), drawing.frame().texts());
    String axes =
        drawing.frame().text("figure.axis.down", down)
            + "  "
            + drawing.frame().text("figure.axis.across", across);
    Rect line = panel.axes();
    drawing.text(
        line.x(),
        line.y() + 10,
        drawing.measure().shortened(axes, SMALL, line.width() + 8),
        SMALL,
        Ink.FAINT,
        Align.START);
  }

  /** Scores are called by how far they have come. */
  private static String title(Drawing drawing, StepsTimeline timeline, Moment moment, Part part) {
    String word =
        switch (part) {
          case Q -> "q";
          case K -> "k";
          case V -> "v";
          case WEIGHTS -> "weights";
          case OUTPUT -> "output";
          case SCORES -> scoreTitle(timeline, moment);
        };
    return drawing.frame().text("figure.steps.part." + word);
  }

  private static String scoreTitle(StepsTimeline timeline, Moment moment) {
    HeadNodes head = timeline.head();
    boolean masked = head.active(Stage.MASK) && timeline.over(moment).contains(Stage.MASK);
    if (masked || moment.in(Stage.MASK)) {
      return "masked";
    }
    boolean scaled = head.active(Stage.SCALE) && timeline.over(moment).contains(Stage.SCALE);
    return scaled || moment.in(Stage.SCALE) ? "scaled" : "scores";
  }
}
