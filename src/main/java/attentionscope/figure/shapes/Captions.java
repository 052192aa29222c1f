package attentionscope.figure.shapes;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.trace.Region;
import java.util.Optional;

/** Writes the names of boxes and their sizes, marked where a product's inner sizes meet or miss. */
record Captions(Drawing drawing, Scene scene) {

  void draw(Box box) {
    Part part = box.part();
    boolean pale =
        switch (scene.state(part)) {
          case NUMBERS, SIZE -> false;
          case LATER -> true;
          case IMPOSSIBLE -> !scene.made(part);
        };
    double x = box.caption().x();
    double y = box.caption().y();
    double end =
        symbol(part).draw(drawing, x, y + 11, Sizing.NAME, pale ? Ink.FAINT : PartNames.ink(part));
    Ink ink = pale ? Ink.FAINT : Ink.SOFT;
    if (box.flat()) {
      size(part, end + Sizing.NAME_TO_SIZE, y + 11, ink);
    } else {
      size(part, x, y + 24, ink);
    }
    scene
        .node(part)
        .ifPresent(
            node -> drawing.hit(box.caption(), new Target.Area(Region.all(node.id())), read(part)));
  }

  /** Until they are laid on their side, keys are not called transposed. */
  private Symbol symbol(Part part) {
    Symbol symbol = PartNames.of(part, scene.nodes(), drawing.frame().texts());
    return part == Part.HEAD_KEYS && !scene.isTransposed(part)
        ? new Symbol(symbol.base(), symbol.index(), false)
        : symbol;
  }

  private void size(Part part, double x, double y, Ink ink) {
    Optional<MatrixSize> size = part.isCards() ? Optional.empty() : scene.size(part);
    if (size.isEmpty()) {
      String text = PartNames.size(part, scene.nodes(), scene.plan());
      drawing.text(x, y, text, Sizing.SIZE, ink, Align.START);
      return;
    }
    double at = x + piece(x, y, PartNames.samples(part, scene.nodes()), false, ink);
    at += piece(at, y, Integer.toString(size.get().rows()), inner(part, true), ink);
    at += piece(at, y, " × ", false, ink);
    piece(at, y, Integer.toString(size.get().columns()), inner(part, false), ink);
  }

  /** Answers how wide it is. */
  private double piece(double x, double y, String text, boolean inner, Ink plain) {
    Type type = inner ? Sizing.SIZE.weight(Type.Weight.BOLD) : Sizing.SIZE;
    Ink ink = inner ? (scene.breaks() ? Ink.BAD : Ink.ACCENT) : plain;
    drawing.text(x, y, text, type, ink, Align.START);
    return drawing.measure().width(text, type);
  }

  /** Whether the rows or the columns of a box are an inner size of the moment's product. */
  private boolean inner(Part part, boolean rows) {
    return scene
        .product()
        .map(product -> rows ? product.right() == part : product.left() == part)
        .orElse(false);
  }

  /** A box in words. */
  String read(Part part) {
    String name = symbol(part).toString();
    String size = scene.size(part).map(MatrixSize::toString).orElse("?");
    return scene.state(part) == Scene.State.LATER
        ? drawing.frame().text("figure.shapes.later", name, size)
        : drawing.frame().text("figure.shapes.box", name, size);
  }
}
