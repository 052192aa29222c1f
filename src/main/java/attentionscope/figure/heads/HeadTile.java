package attentionscope.figure.heads;

import attentionscope.analysis.HeadMeasures;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.HeadsLook.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One head among all: its name, its weights, a bar as long as its measure, its measures. */
@BuildsKeys("figure.heads.second.")
record HeadTile(Drawing drawing, MeasuredHead head, Rect place, Setting setting) {

  static final double TITLE = 16;
  static final double MEASURES = 34;

  static final double BESIDE = 30;

  /** The bar, with what keeps it away from the weights. */
  static final double BAR_ROOM = 6;

  private static final double BAR = 2.5;
  private static final Type BRIEF = Type.ui(10);
  private static final Type NAME = Type.ui(12).weight(Type.Weight.SEMIBOLD);
  private static final Type TINY = Type.ui(9).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(11);

  /**
   * What all tiles have in common.
   *
   * @param by the measure that counts
   * @param largest of that measure
   */
  record Setting(
      HeadsLook order,
      Order by,
      MatrixLook look,
      ColorScale shared,
      double largest,
      HeadTiles.Style style,
      Pointing pointing) {}

  /** Whether a head is within the limit. */
  static boolean stays(MeasuredHead head, Order by, HeadsLook look) {
    if (look.limit().isEmpty()) {
      return true;
    }
    double limit = look.limit().getAsDouble();
    return by.largestFirst()
        ? head.measure(by).orElse(-1) >= limit
        : head.measure(by).orElse(Double.MAX_VALUE) <= limit;
  }

  void draw() {
    boolean stays = stays(head, setting.by(), setting.order());
    Ink ink = stays ? Ink.TEXT : Ink.FAINT;
    Rect room =
        switch (setting.style()) {
          case NAME -> place;
          case TITLE -> cut(place, TITLE, 0);
          case BELOW -> cut(place, TITLE, MEASURES);
          case BESIDE -> new Rect(place.x(), place.y(), place.width() - BESIDE, place.height());
        };
    Rect grid = grid(cut(room, 0, BAR_ROOM));
    weights(grid, stays);
    bar(new Rect(grid.x(), grid.bottom() + 3, grid.width(), BAR), stays);
    switch (setting.style()) {
      case NAME -> corner(ink);
      case TITLE -> name(place.x() + 1, place.y() + 11, NAME, ink);
      case BELOW -> {
        name(place.x() + 1, place.y() + 11, NAME, ink);
        below(grid.bottom() + BAR_ROOM, stays);
      }
      case BESIDE -> beside(grid.right() + 4, stays);
    }
    drawing.hit(place, new Target.Area(Region.all(head.weights().id())), read());
    drawing.say(read());
  }

  private void name(double x, double y, Type type, Ink ink) {
    drawing.text(x, y, head.label(), type, ink, Align.START);
  }

  private static Rect cut(Rect rect, double above, double below) {
    return new Rect(
        rect.x(), rect.y() + above, rect.width(), Math.max(1, rect.height() - above - below));
  }

  /** Square cells, under the name and not in the middle. */
  private Rect grid(Rect room) {
    Rect grid = HeadMiniature.grid(head.weights(), room, setting.look()).inset(0.5);
    return grid.moved(room.x() - grid.x() + 0.5, room.y() - grid.y() + 0.5);
  }

  private void weights(Rect grid, boolean stays) {
    drawing.fill(grid, 0, Tint.of(Ink.SURFACE));
    ColorScale scale =
        setting.order().oneScale()
            ? setting.shared()
            : ColorScale.of(head.weights(), setting.look());
    HeadMiniature.draw(drawing, head.weights(), grid, scale, setting.look());
    if (!stays) {
      drawing.fill(grid, 0, Tint.of(Ink.BACKGROUND).faded(0.82));
    }
    drawing.outline(grid.inset(-0.5), 2, Stroke.of(Ink.LINE, 1));
    if (isPointedAt()) {
      // no wider than what keeps the bar and the name away
      drawing.outline(grid.inset(-1.5), 2.5, Stroke.of(Ink.ACCENT, 2));
    }
  }

  private boolean isPointedAt() {
    String path = head.site().head(head.number()).path() + ".";
    boolean selected =
        setting.pointing().selected().map(CellRef::id).stream()
            .anyMatch(id -> id.path().startsWith(path));
    return selected
        || setting.pointing().highlights().stream()
            .anyMatch(region -> region.id().path().startsWith(path));
  }

  /** As long as the measure of the order, in share of the largest of all. */
  private void bar(Rect room, boolean stays) {
    OptionalDouble measure = head.measure(setting.by());
    if (measure.isEmpty()) {
      return;
    }
    drawing.fill(room, BAR / 2, Tint.of(Ink.RAISED));
    double share = setting.largest() > 0 ? measure.getAsDouble() / setting.largest() : 0;
    Rect filled = new Rect(room.x(), room.y(), Math.max(BAR, room.width() * share), BAR);
    drawing.fill(filled, BAR / 2, Tint.of(stays ? Ink.OUTPUT : Ink.LINE));
  }

  /** Entropy on a line; on the next distance or what the order goes by; that is stronger. */
  private void below(double top, boolean stays) {
    if (head.measures().isEmpty()) {
      return;
    }
    Texts texts = drawing.frame().texts();
    HeadMeasures measures = head.measures().get();
    boolean byEntropy = setting.by().measured() == Order.ENTROPY;
    String entropy = texts.get("figure.heads.entropy", two(measures.entropy()));
    line(place.x() + 1, top + 11, entropy, SMALL, stays, byEntropy);
    Order other = second();
    head.measure(other)
        .ifPresent(
            measure -> {
              String says = texts.get("figure.heads.second." + other.key(), two(measure));
              line(place.x() + 1, top + 25, says, SMALL, stays, !byEntropy);
            });
  }

  /** What is said besides entropy. */
  private Order second() {
    return setting.by().largestFirst() ? setting.by() : Order.DISTANCE;
  }

  /** The name, and the same as bare numbers as far as there is room. */
  private void beside(double x, boolean stays) {
    name(x, place.y() + 10, BRIEF.weight(Type.Weight.BOLD), stays ? Ink.TEXT : Ink.FAINT);
    if (head.measures().isEmpty() || place.height() < 28) {
      return;
    }
    HeadMeasures measures = head.measures().get();
    boolean byEntropy = setting.by().measured() == Order.ENTROPY;
    OptionalDouble other = head.measure(second());
    boolean both = place.height() >= 38 && other.isPresent();
    if (both || byEntropy) {
      line(x, place.y() + 22, two(measures.entropy()), BRIEF, stays, byEntropy);
    }
    if (both || !byEntropy) {
      String says = two(other.orElse(0));
      line(x, place.y() + (both ? 34 : 22), says, BRIEF, stays, !byEntropy);
    }
  }

  private static String two(double measure) {
    return Numbers.fixed(measure, 2);
  }

  private void line(double x, double y, String text, Type type, boolean stays, boolean strong) {
    Type set = strong ? type.weight(Type.Weight.SEMIBOLD) : type;
    Ink ink = !stays ? Ink.FAINT : strong ? Ink.TEXT : Ink.SOFT;
    String shown = drawing.measure().shortened(text, set, place.right() - x);
    drawing.text(x, y, shown, set, ink, Align.START);
  }

  /** A tile too small for a line of text has its name on a chip in its corner. */
  private void corner(Ink ink) {
    double width = drawing.measure().width(head.label(), TINY) + 4;
    if (width > place.width()) {
      return;
    }
    Rect chip = new Rect(place.x(), place.y(), width, 10);
    drawing.fill(chip, 2, Tint.of(Ink.BACKGROUND).faded(0.85));
    drawing.text(chip.x() + 2, chip.y() + 8, head.label(), TINY, ink, Align.START);
  }

  /** The head and all its measures in words. */
  private String read() {
    Texts texts = drawing.frame().texts();
    String name =
        texts.get(
            "figure.heads.one",
            HeadGroup.name(head.site(), texts),
            head.site().layer(),
            head.number());
    if (head.measures().isEmpty()) {
      return name;
    }
    HeadMeasures measures = head.measures().get();
    List<String> says = new ArrayList<>();
    says.add(texts.get("figure.heads.says.entropy", measures.entropy()));
    measures
        .distance()
        .ifPresent(distance -> says.add(texts.get("figure.heads.says.distance", distance)));
    says.add(texts.get("figure.heads.says.largest", measures.largest()));
    measures
        .previous()
        .ifPresent(weight -> says.add(texts.get("figure.heads.says.previous", weight)));
    says.add(texts.get("figure.heads.says.first", measures.first()));
    measures
        .induction()
        .ifPresent(weight -> says.add(texts.get("figure.heads.says.induction", weight)));
    return name + ": " + String.join(", ", says);
  }
}
