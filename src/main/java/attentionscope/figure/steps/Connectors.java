package attentionscope.figure.steps;

import attentionscope.figure.Arrow;
import attentionscope.figure.Arrow.Point;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Rect;
import attentionscope.figure.Tint;
import attentionscope.figure.steps.Panel.Part;
import java.util.ArrayList;
import java.util.List;

/** The arrows between matrices. They run in the space between panels only. */
final class Connectors {

  private static final double AWAY = 5;

  private Connectors() {}

  /**
   * An arrow.
   *
   * @param ink whose identity it has
   * @param stage the stage that uses it
   */
  record Connector(Arrow arrow, Ink ink, Stage stage) {
    Connector(List<Point> points, Ink ink, Stage stage) {
      this(new Arrow(points), ink, stage);
    }
  }

  static void draw(Drawing drawing, StepsLayout layout, Moment moment) {
    for (Connector connector : of(layout)) {
      boolean now =
          moment.in(connector.stage())
              || (connector.stage() == Stage.PRODUCTS && moment.in(Stage.SCORES));
      Tint tint = now ? Tint.of(connector.ink()) : Tint.of(connector.ink()).faded(0.4);
      connector.arrow().draw(drawing, tint, now ? 2 : 1.5);
    }
  }

  static List<Connector> of(StepsLayout layout) {
    return layout.oneRow() ? oneRow(layout) : twoRows(layout);
  }

  private static List<Connector> oneRow(StepsLayout layout) {
    Panel scores = layout.panel(Part.SCORES);
    Panel weights = layout.panel(Part.WEIGHTS);
    Panel v = layout.panel(Part.V);
    Panel output = layout.panel(Part.OUTPUT);
    Rect s = scores.grid();
    double third = Math.min(s.height() / 4, 14);
    List<Connector> all = new ArrayList<>();
    all.add(across(layout.panel(Part.Q), scores, s.centerY() - third, Ink.QUERY, Stage.PRODUCTS));
    all.add(across(layout.panel(Part.K), scores, s.centerY() + third, Ink.KEY, Stage.PRODUCTS));
    all.add(across(scores, weights, weights.grid().centerY(), Ink.ACCENT, Stage.SOFTMAX));
    all.add(across(weights, output, output.grid().centerY(), Ink.ACCENT, Stage.VALUES));
    double x = v.grid().centerX();
    all.add(
        new Connector(
            List.of(new Point(x, v.grid().bottom() + 3), new Point(x, output.title().y() - 1)),
            Ink.VALUE,
            Stage.VALUES));
    return all;
  }

  private static List<Connector> twoRows(StepsLayout layout) {
    Panel scores = layout.panel(Part.SCORES);
    Panel weights = layout.panel(Part.WEIGHTS);
    Panel output = layout.panel(Part.OUTPUT);
    List<Connector> all = new ArrayList<>();
    all.add(level(layout.panel(Part.Q), scores, Ink.QUERY, Stage.PRODUCTS));
    all.add(level(layout.panel(Part.K), scores, Ink.KEY, Stage.PRODUCTS));
    double lane = weights.title().y() - 11;
    double from = scores.grid().centerX();
    double to = weights.grid().centerX();
    all.add(
        new Connector(
            List.of(
                new Point(from, scores.grid().bottom() + 3),
                new Point(from, lane),
                new Point(to, lane),
                new Point(to, weights.title().y() - 1)),
            Ink.ACCENT,
            Stage.SOFTMAX));
    all.add(level(weights, output, Ink.ACCENT, Stage.VALUES));
    all.add(level(layout.panel(Part.V), output, Ink.VALUE, Stage.VALUES));
    return all;
  }

  /** From the right side of one panel to the left side of another, bending in between. */
  private static Connector across(Panel from, Panel to, double y, Ink ink, Stage stage) {
    return new Connector(
        List.of(
            new Point(from.grid().right() + AWAY, from.grid().centerY()),
            new Point(to.labels().x() - AWAY, y)),
        ink,
        stage);
  }

  /** Straight from one panel to its neighbour on either side. */
  private static Connector level(Panel from, Panel to, Ink ink, Stage stage) {
    boolean right = to.grid().x() > from.grid().x();
    double y = from.grid().y() + Math.min(from.grid().height(), to.grid().height()) / 2;
    double start = right ? from.grid().right() + AWAY : from.labels().x() - AWAY;
    double end = right ? to.labels().x() - AWAY : to.grid().right() + AWAY;
    return new Connector(List.of(new Point(start, y), new Point(end, y)), ink, stage);
  }
}
