package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.trace.Node;

/**
 * One pair on the unit circle: where it is at a position, where the rotation takes it, and where
 * the pair of the later position is.
 *
 * @param code the code of every position
 * @param turned the code of each, turned
 * @param shifted the code {@code shift} positions further on
 */
record TurnedPair(Pair pair, int position, int shift, Node code, Node turned, Node shifted) {

  /** How tall a line of the legend is. */
  static final double LINE = 20;

  private static final double RING = 7;

  void draw(Drawing drawing, double x, double y, double radius) {
    Rect circle = new Rect(x - radius, y - radius, 2 * radius, 2 * radius);
    drawing.panel(circle, radius, Ink.SURFACE, Ink.LINE);
    drawing.line(x - radius, y, x + radius, y, Stroke.of(Ink.LINE, 1));
    drawing.line(x, y - radius, x, y + radius, Stroke.of(Ink.LINE, 1));
    drawing.text(x, y - radius - 5, "sin", Style.TICK, Ink.SOFT, Align.MIDDLE);
    drawing.text(x + radius + 4, y + 4, "cos", Style.TICK, Ink.SOFT, Align.START);
    angle(drawing, x, y, radius);
    hand(drawing, x, y, radius, code, Tint.of(Ink.SOFT), 2);
    hand(drawing, x, y, radius, turned, Tint.of(Ink.ACCENT), 2.5);
    ring(drawing, x + pair.x(shifted, position) * radius, y - pair.y(shifted, position) * radius);
    CellText.hit(drawing, circle, turned, turned.ref(position, pair.up()));
  }

  private void hand(
      Drawing drawing, double x, double y, double radius, Node node, Tint tint, double width) {
    double endX = x + pair.x(node, position) * radius;
    double endY = y - pair.y(node, position) * radius;
    Hand.draw(drawing, x, y, endX, endY, tint, width);
  }

  /** By how much it is turned; whole rounds are left out. */
  private void angle(Drawing drawing, double x, double y, double radius) {
    double from = Math.atan2(pair.y(code, position), pair.x(code, position));
    double by = 2 * Math.PI * shift / pair.wavelength() % (2 * Math.PI);
    Hand.wedge(drawing, x, y, radius, from, by, Tint.of(Ink.ACCENT).faded(0.1));
    Hand.arc(drawing, x, y, radius * 0.55, from, by, Stroke.of(Ink.ACCENT, 1.25));
    double half = from + by / 2;
    // inside where the wedge is wide enough for it, else outside, clear of the axes' names
    boolean inside = by >= 0.7;
    double reach = inside ? radius * 0.78 : radius + 17;
    if (inside || Math.abs(Math.cos(half) * Math.sin(half)) > 0.2) {
      drawing.text(
          x + reach * Math.cos(half),
          y - reach * Math.sin(half) + 4,
          "k = " + shift,
          Style.TICK,
          Ink.ACCENT,
          Align.MIDDLE);
    }
  }

  private static void ring(Drawing drawing, double x, double y) {
    drawing.outline(
        new Rect(x - RING, y - RING, 2 * RING, 2 * RING), RING, Stroke.of(Ink.TEXT, 1.5));
  }

  /** What the three are. */
  void legend(Drawing drawing, Rect room, String rotation) {
    double y = room.y() + LINE / 2;
    Hand.draw(drawing, room.x(), y, room.x() + 24, y, Tint.of(Ink.SOFT), 2);
    words(drawing, room, y, "figure.positions.rotation.from", position, pair.index());
    y += LINE;
    Hand.draw(drawing, room.x(), y, room.x() + 24, y, Tint.of(Ink.ACCENT), 2.5);
    words(drawing, room, y, "figure.positions.rotation.turned", rotation, position);
    y += LINE;
    ring(drawing, room.x() + 12, y);
    words(drawing, room, y, "figure.positions.rotation.to", position + shift);
  }

  private static void words(Drawing drawing, Rect room, double y, String key, Object... args) {
    String says = drawing.frame().text(key, args);
    drawing.text(
        room.x() + 34,
        y + drawing.measure().capHeight(Style.LABEL) / 2,
        drawing.measure().shortened(says, Style.LABEL, room.width() - 34),
        Style.LABEL,
        Ink.TEXT,
        Align.START);
    drawing.say(says);
  }
}
