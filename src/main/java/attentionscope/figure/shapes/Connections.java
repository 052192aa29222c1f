package attentionscope.figure.shapes;

import attentionscope.figure.Arrow;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.shapes.ShapesLayout.Link;
import attentionscope.figure.shapes.ShapesLayout.Sign;

/** Draws the connectors and the signs between boxes. */
record Connections(Drawing drawing, Scene scene, ShapesLayout layout) {

  private static final Type SIGN = Type.ui(15).weight(Type.Weight.MEDIUM);

  void draw() {
    for (Link link : layout.links()) {
      boolean known = scene.timeline().knows(scene.moment(), link.to());
      boolean now = scene.made(link.to());
      Tint tint = known ? tint(link) : Tint.of(Ink.LINE);
      arrow(link).draw(drawing, now || !known ? tint : tint.faded(0.75), now ? 2 : 1.4);
    }
    layout.signs().forEach(this::sign);
  }

  /** Keys that still stand upright may be wider. */
  private Arrow arrow(Link link) {
    boolean keys = link.from() == Part.HEAD_KEYS;
    return keys && !scene.isTransposed(Part.HEAD_KEYS)
        ? link.arrow().from(layout.box(Part.HEAD_KEYS).upright().right() + Sizing.AWAY)
        : link.arrow();
  }

  /** From the split on, what belongs to the head that is followed has its colour. */
  private Tint tint(Link link) {
    return link.to().isOfHead() || link.from().isOfHead()
        ? new Tint.Head(scene.nodes().number())
        : Lane.of(link.to()).map(lane -> Tint.of(lane.ink())).orElse(Tint.of(Ink.OUTPUT));
  }

  private void sign(Sign sign) {
    boolean known = scene.timeline().knows(scene.moment(), sign.result());
    boolean now = scene.made(sign.result());
    boolean impossible = known && scene.plan().size(sign.result()).isEmpty();
    Rect rect = sign.rect();
    switch (sign.kind()) {
      case TIMES ->
          drawing.centred(rect, "×", SIGN, Tint.of(now ? Ink.TEXT : known ? Ink.SOFT : Ink.LINE));
      case EQUALS ->
          drawing.centred(
              rect,
              impossible ? "≠" : "=",
              SIGN,
              Tint.of(impossible ? Ink.BAD : now ? Ink.TEXT : known ? Ink.SOFT : Ink.LINE));
      case LABEL ->
          drawing.text(
              rect.centerX(),
              rect.bottom() - 3,
              PartNames.label(sign.result(), scene.nodes(), drawing.frame().texts()),
              now ? Sizing.LABEL.weight(Type.Weight.SEMIBOLD) : Sizing.LABEL,
              now ? Ink.TEXT : known ? Ink.SOFT : Ink.FAINT,
              Align.MIDDLE);
    }
  }
}
