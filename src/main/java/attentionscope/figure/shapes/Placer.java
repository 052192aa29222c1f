package attentionscope.figure.shapes;

import attentionscope.figure.Arrow;
import attentionscope.figure.Arrow.Point;
import attentionscope.figure.Rect;
import attentionscope.figure.shapes.ShapesLayout.Link;
import attentionscope.figure.shapes.ShapesLayout.Sign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Boxes, connectors and signs as they are placed; what both layouts have in common. */
class Placer {

  private static final double SIGN = 14;

  final Sizing sizing;
  final AttentionNodes nodes;
  final Map<Part, Box> boxes = new EnumMap<>(Part.class);
  final List<Link> links = new ArrayList<>();
  final List<Sign> signs = new ArrayList<>();

  Placer(Sizing sizing) {
    this.sizing = sizing;
    nodes = sizing.nodes;
  }

  Box box(Part part) {
    return Objects.requireNonNull(boxes.get(part));
  }

  Rect room(Part part) {
    return box(part).room();
  }

  /**
   * Places a box.
   *
   * @param x of its left edge
   * @param middle height of its middle
   * @param below whether its caption stands below it
   */
  void put(Part part, double x, double middle, double scale, boolean below) {
    Rect size = sizing.room(part, scale);
    Rect room = size.moved(x, middle - size.height() / 2);
    Rect own = sizing.rect(part, scale);
    Rect rect = own.moved(x, room.centerY() - own.height() / 2);
    double caption = sizing.caption(part);
    double top = below ? room.bottom() + 4 : room.y() - caption;
    Rect words = new Rect(x, top, sizing.captionWidth(part), caption - 4);
    boxes.put(part, new Box(part, rect, room, words, sizing.isFlat(part)));
  }

  /**
   * The front: inputs, and on each lane its weight, projection, cards and head.
   *
   * @param x where it begins
   * @param middles of the three lanes
   * @param stretch how much wider gaps are than they need to be
   */
  void front(double x, Map<Lane, Double> middles, double scale, double stretch) {
    double at = x;
    List<List<Part>> columns = sizing.columns();
    for (int i = 0; i < columns.size(); i++) {
      List<Part> column = columns.get(i);
      if (i > 0) {
        at += Sizing.gapBefore(column.getFirst()) * stretch;
      }
      for (Part part : column) {
        put(part, at, middle(part, middles), scale, false);
      }
      at += sizing.column(column, scale);
    }
    frontLinks();
  }

  private double middle(Part part, Map<Lane, Double> middles) {
    for (List<Lane> group : nodes.inputs()) {
      if (group.getFirst().input() == part) {
        return (of(middles, group.getFirst()) + of(middles, group.getLast())) / 2;
      }
    }
    return of(middles, Lane.of(part).orElseThrow());
  }

  private static double of(Map<Lane, Double> middles, Lane lane) {
    return Objects.requireNonNull(middles.get(lane));
  }

  /** The middles of the three lanes. */
  static Map<Lane, Double> middles(double first, double pitch) {
    return Map.of(Lane.QUERY, first, Lane.KEY, first + pitch, Lane.VALUE, first + 2 * pitch);
  }

  private void frontLinks() {
    for (List<Lane> group : nodes.inputs()) {
      for (Lane lane : group) {
        Box from = box(group.getFirst().input());
        Rect to = room(lane.weight());
        double y = from.room().centerY();
        // past the caption first, which may be wider than the box
        links.add(
            new Link(
                lane.input(),
                lane.weight(),
                Arrow.of(
                    new Point(from.room().right() + Sizing.AWAY, y),
                    new Point(from.all().right() + Sizing.AWAY, y),
                    new Point(to.x() - SIGN - 2, to.centerY()))));
        sign(Sign.Kind.TIMES, lane.projection(), to.x() - SIGN / 2, to.centerY());
      }
    }
    for (Lane lane : Lane.values()) {
      if (nodes.has(lane.weight())) {
        between(Sign.Kind.EQUALS, lane.weight(), lane.projection(), lane.projection());
      }
      if (nodes.has(lane.cards())) {
        level(lane.projection(), lane.cards());
        level(lane.cards(), lane.head());
      }
    }
  }

  /** Boxes from left to right on one height. */
  void row(List<Part> parts, double x, double middle, double scale, double stretch, boolean below) {
    double at = x;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (i > 0) {
        at += stretch * (part.isInChain() ? sizing.gap(part) : Sizing.gapBefore(part));
      }
      put(part, at, middle, scale, below);
      at += sizing.column(List.of(part), scale);
    }
  }

  /** The arrows from matrix to matrix between the scores and the weights, with their labels. */
  void chainLinks() {
    List<Part> chain = sizing.chain();
    for (int i = 1; i < chain.size(); i++) {
      Part before = chain.get(i - 1);
      Part part = chain.get(i);
      level(before, part);
      double middle = (room(before).right() + room(part).x()) / 2;
      double width = sizing.gap(part) - 10;
      signs.add(
          new Sign(
              Sign.Kind.LABEL,
              part,
              new Rect(middle - width / 2, room(part).centerY() - 19, width, 14)));
    }
  }

  /** From the head's output over the concat to the output. */
  void endLinks() {
    if (nodes.has(Part.CONCAT)) {
      level(Part.HEAD_OUTPUT, Part.CONCAT);
    }
    if (nodes.has(Part.OUTPUT)) {
      between(Sign.Kind.TIMES, Part.CONCAT, Part.OUTPUT_WEIGHT, Part.OUTPUT);
      between(Sign.Kind.EQUALS, Part.OUTPUT_WEIGHT, Part.OUTPUT, Part.OUTPUT);
    }
  }

  /** Straight from one box to its neighbour on the right. */
  void level(Part from, Part to) {
    double y = room(to).centerY();
    links.add(
        new Link(
            from,
            to,
            Arrow.of(
                new Point(box(from).rect().right() + Sizing.AWAY, y),
                new Point(room(to).x() - Sizing.AWAY, y))));
  }

  void link(Part from, Part to, Point... points) {
    links.add(new Link(from, to, Arrow.of(points)));
  }

  private void between(Sign.Kind kind, Part left, Part right, Part result) {
    sign(kind, result, (room(left).right() + room(right).x()) / 2, room(right).centerY());
  }

  private void sign(Sign.Kind kind, Part result, double x, double y) {
    signs.add(new Sign(kind, result, new Rect(x - SIGN / 2, y - SIGN / 2, SIGN, SIGN)));
  }
}
