package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The heads' shares of a projection as a stack of cards, one colour each, that of the head that is
 * followed on top with its number. Where there are more than cards, the caption counts them.
 */
record CardStack(Drawing drawing, Scene scene, Lane lane) {

  private static final double RADIUS = 2.5;

  void draw(Rect bounds) {
    List<Integer> cards = cards();
    int last = cards.size() - 1;
    double spread =
        cards.size() < 2 ? 0 : Math.min(last * 4.0, bounds.width() - bounds.width() * 0.45);
    double step = last == 0 ? 0 : spread / last;
    Scene.State state = scene.state(lane.cards());
    for (int i = last; i >= 0; i--) {
      if (cards.get(i) != followed()) {
        card(cards.get(i), place(bounds, spread, step, i), state);
      }
    }
    int followed = cards.indexOf(followed());
    card(cards.get(followed), place(bounds, spread, step, followed), state);
  }

  /** The share that the head reads that is followed. */
  private int followed() {
    return scene.nodes().shareOf(lane, scene.nodes().number());
  }

  /** Share 0 in front, below on the left; the one followed is always among those shown. */
  private List<Integer> cards() {
    List<Integer> cards = new ArrayList<>();
    int shown = Math.min(scene.nodes().shares(lane), Sizing.MOST_CARDS);
    for (int share = 0; share < shown; share++) {
      cards.add(share);
    }
    if (followed() >= shown) {
      cards.set(shown - 1, followed());
    }
    return cards;
  }

  private static Rect place(Rect bounds, double spread, double step, int card) {
    return new Rect(
        bounds.x() + card * step,
        bounds.y() + spread - card * step,
        bounds.width() - spread,
        bounds.height() - spread);
  }

  private void card(int share, Rect rect, Scene.State state) {
    boolean followed = share == followed();
    int head = scene.nodes().readerOf(lane, share);
    Tint color = new Tint.Head(head);
    boolean there = state == Scene.State.NUMBERS || state == Scene.State.SIZE;
    drawing.add(new Mark.Box(rect, RADIUS, Optional.of(Tint.of(Ink.SURFACE)), Optional.empty()));
    if (there) {
      drawing.fill(rect, RADIUS, color.faded(followed ? 0.4 : 0.22));
    }
    drawing.outline(
        rect, RADIUS, there ? Stroke.of(color, followed ? 1.75 : 1) : Stroke.of(Ink.LINE, 1));
    if (followed && there) {
      badge(head, rect);
    }
    scene
        .nodes()
        .headMatrix(lane, head)
        .ifPresent(
            node ->
                drawing.hit(
                    rect,
                    new Target.Area(Region.all(node)),
                    drawing.frame().text("figure.shapes.card", lane.letter(), head)));
  }

  /** The number of the head that is followed. */
  private void badge(int head, Rect card) {
    double side = Math.clamp(Math.min(card.width(), card.height()) - 3, 8, 18);
    String number = Integer.toString(head);
    Rect badge = new Rect(card.centerX() - side / 2, card.centerY() - side / 2, side, side);
    Tint color = new Tint.Head(head);
    drawing.fill(badge, side / 2, color);
    double size = number.length() > 1 ? side * 0.56 : side * 0.68;
    Type type = Type.ui(size).weight(Type.Weight.BOLD);
    drawing.centred(badge, number, type, new Tint.ReadableOn(color));
  }
}
