package attentionscope.figure.generate;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadGroup;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.language.Numbers;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * What the newest token looks at in every head: a strip each, layers downwards and heads to the
 * right, self-attention and cross-attention beside each other.
 *
 * @param open the head that is shown large
 */
record HeadRows(Drawing drawing, Trace trace, Watched open, ColorScale scale) {

  private static final double TITLE = 20;
  private static final double NUMBERS = 14;
  private static final double LAYER = 18;
  private static final double BETWEEN = 28;
  private static final double GAP = 5;
  private static final double TALLEST = 20;
  private static final double WIDEST = 210;

  /** In pixels: one alone is hardly seen. */
  private static final int LEAST_CELL = 3;

  private static final Type NAME = Type.ui(11.5).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(10.5);

  /** How tall it is at its best. */
  double wants() {
    int layers = groups().stream().mapToInt(group -> group.layers().size()).max().orElse(0);
    return TITLE + NUMBERS + layers * TALLEST;
  }

  /** With one head there is nothing to choose. */
  boolean worthShowing() {
    return groups().stream()
            .flatMap(group -> group.layers().stream())
            .mapToInt(AttentionSite::heads)
            .sum()
        > 1;
  }

  private List<HeadGroup> groups() {
    return HeadGroup.of(trace).stream().filter(group -> group.stack().equals("decoder")).toList();
  }

  void draw(Rect room) {
    List<HeadGroup> groups = groups();
    double heads = groups.stream().mapToInt(HeadGroup::heads).sum();
    double free = room.width() - groups.size() * LAYER - (groups.size() - 1) * BETWEEN;
    double wide = Math.min(WIDEST, free / heads);
    double x = room.x();
    for (HeadGroup group : groups) {
      double width = LAYER + group.heads() * wide;
      block(group, new Rect(x, room.y(), width, room.height()), wide);
      x += width + BETWEEN;
    }
  }

  private void block(HeadGroup group, Rect room, double wide) {
    String name = drawing.frame().text("figure.heads." + group.key());
    boolean here = group.holds(open.weights().id());
    drawing.text(
        room.x(),
        room.y() + 12,
        drawing.measure().shortened(name, NAME, room.width() + BETWEEN - 8),
        NAME,
        here ? Ink.TEXT : Ink.SOFT,
        Align.START);
    String axes = drawing.frame().text("figure.heads.axes");
    double end = room.x() + drawing.measure().width(name, NAME) + 10;
    if (end + drawing.measure().width(axes, SMALL) <= room.right()) {
      drawing.text(room.right() - GAP, room.y() + 12, axes, SMALL, Ink.FAINT, Align.END);
    }
    double top = room.y() + TITLE + NUMBERS;
    for (int head = 0; head < group.heads(); head++) {
      double middle = room.x() + LAYER + (head + 0.5) * wide - GAP / 2;
      drawing.text(middle, top - 4, Integer.toString(head), SMALL, Ink.FAINT, Align.MIDDLE);
    }
    double pitch = Math.min(TALLEST, (room.bottom() - top) / group.layers().size());
    for (int i = 0; i < group.layers().size(); i++) {
      AttentionSite site = group.layers().get(i);
      double high = Math.max(1, pitch - Math.min(GAP, pitch / 3));
      Rect line = new Rect(room.x(), top + i * pitch, LAYER, high);
      double base = drawing.measure().baselineIn(line, SMALL);
      String layer = Integer.toString(site.layer());
      drawing.text(room.x() + LAYER - 6, base, layer, SMALL, Ink.FAINT, Align.END);
      for (Watched one : Watched.all(trace, site)) {
        double x = room.x() + LAYER + one.head() * wide;
        strip(one, new Rect(x, line.y(), wide - GAP, high), name);
      }
    }
  }

  private void strip(Watched one, Rect box, String group) {
    drawing.fill(box, 0, Tint.of(Ink.SURFACE));
    drawing.add(new Mark.Raster(box, scale.ramp(), shades(one, (int) box.width())));
    boolean selected = one.id().equals(open.id());
    Rect edge = selected ? box.inset(-1.5) : box;
    drawing.outline(edge, 2, Stroke.of(selected ? Ink.ACCENT : Ink.LINE, selected ? 2.5 : 1));
    String head = drawing.frame().text("figure.heads.one", group, one.site().layer(), one.head());
    String most = AxisNames.label(one.weights().columns(), one.most());
    drawing.hit(
        box,
        new Target.Area(Region.all(one.weights().id())),
        drawing
            .frame()
            .text("figure.generate.strip", head, most, Numbers.cell(one.weight(one.most()))));
  }

  /** A place on the ramp for each key; where keys are too narrow to be seen, of the largest. */
  private FMatrixRMaj shades(Watched one, int pixels) {
    int cells = Math.clamp(pixels / LEAST_CELL, 1, one.keys());
    FMatrixRMaj shades = new FMatrixRMaj(1, cells);
    for (int key = 0; key < one.keys(); key++) {
      int cell = (int) ((long) key * cells / one.keys());
      shades.data[cell] = Math.max(shades.data[cell], scale.at(one.weight(key)));
    }
    return shades;
  }
}
