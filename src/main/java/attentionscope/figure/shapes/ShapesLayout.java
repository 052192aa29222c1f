package attentionscope.figure.shapes;

import attentionscope.figure.Arrow;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where everything stands. It does not depend on the moment, so nothing jumps while the way plays.
 *
 * @param boxes by part
 * @param links the connectors
 * @param signs between boxes
 * @param facts the line of the sizes that have names; without height where there is no room
 * @param card what is said of the moment
 * @param scale the length of the longest side of a row, the smallest of all rows
 */
record ShapesLayout(
    Map<Part, Box> boxes, List<Link> links, List<Sign> signs, Rect facts, Rect card, double scale) {

  static final double MARGIN = 12;
  private static final double FACTS = 22;

  /** In a frame lower than this the matrices need all the room. */
  private static final double LOW = 500;

  /** Boxes this large show their numbers well. */
  private static final double CLEAR = 40;

  ShapesLayout {
    boxes = new EnumMap<>(boxes);
    links = List.copyOf(links);
    signs = List.copyOf(signs);
  }

  /**
   * A connector.
   *
   * @param from where it begins
   * @param to what is computed with it
   */
  record Link(Part from, Part to, Arrow arrow) {}

  /**
   * A sign or a label between two boxes.
   *
   * @param result the product or the matrix that it leads to
   * @param rect its room
   */
  record Sign(Kind kind, Part result, Rect rect) {
    enum Kind {
      TIMES,
      EQUALS,
      LABEL
    }
  }

  Box box(Part part) {
    return Objects.requireNonNull(boxes.get(part));
  }

  /**
   * The best of all ways to place them.
   *
   * @param cardHeight what the card of any moment needs
   */
  static ShapesLayout of(AttentionNodes nodes, SizePlan plan, Frame frame, double cardHeight) {
    Rect whole = new Rect(0, 0, frame.width(), frame.height()).inset(MARGIN);
    boolean low = frame.height() < LOW;
    Rect facts = new Rect(whole.x(), whole.y(), whole.width(), low ? 0 : FACTS);
    Rect card = new Rect(whole.x(), whole.bottom() - cardHeight, whole.width(), cardHeight);
    double top = facts.bottom() + (low ? 0 : 8);
    Rect room = new Rect(whole.x(), top, whole.width(), Math.max(40, card.y() - MARGIN - top));
    Sizing tall = new Sizing(nodes, plan, frame, false, false);
    ShapesLayout wide = new WideLayout(tall, room).layout(facts, card);
    ShapesLayout narrow = new NarrowLayout(tall, room).layout(facts, card);
    for (boolean flatFront : new boolean[] {false, true}) {
      Sizing sizing = new Sizing(nodes, plan, frame, flatFront, true);
      narrow = better(narrow, new NarrowLayout(sizing, room).layout(facts, card));
    }
    // one sweep is easier to follow, as long as it can be seen
    return wide.scale >= Math.min(CLEAR, narrow.scale * 0.8) ? wide : narrow;
  }

  private static ShapesLayout better(ShapesLayout one, ShapesLayout other) {
    return other.scale > one.scale ? other : one;
  }
}
