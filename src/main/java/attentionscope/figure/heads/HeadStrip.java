package attentionscope.figure.heads;

import attentionscope.analysis.AttentionSite;
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
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;

/**
 * All heads of a run as small heatmaps: layers downwards, heads to the right, one block for each
 * kind of attention.
 *
 * @param trace the run
 * @param groups what is shown of it
 * @param shown a matrix of the head that is open
 */
@BuildsKeys("figure.heads.")
record HeadStrip(Trace trace, List<HeadGroup> groups, TensorId shown, MatrixLook look) {

  private static final Type NAME = Type.ui(11.5).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(10.5);
  private static final double NAME_LINE = 18;
  private static final double HEADS_LINE = 15;
  private static final double LAYERS = 18;
  private static final double BETWEEN = 24;
  private static final double GAP = 4;
  private static final double LARGEST = 84;

  static HeadStrip of(Trace trace, TensorId shown, MatrixLook look) {
    return new HeadStrip(trace, HeadGroup.of(trace), shown, look);
  }

  /** With a single head there is nothing to choose. */
  boolean worthShowing() {
    return groups.stream().mapToInt(group -> group.weights(trace).size()).sum() > 1;
  }

  /** How the blocks stand: beside each other or below each other, with miniatures of a size. */
  private record Plan(boolean beside, double size) {}

  private Plan plan(Rect room) {
    double heads = groups.stream().mapToInt(HeadGroup::heads).sum();
    double layers = groups.stream().mapToInt(g -> g.layers().size()).sum();
    double mostHeads = groups.stream().mapToInt(HeadGroup::heads).max().orElse(1);
    double mostLayers = groups.stream().mapToInt(g -> g.layers().size()).max().orElse(1);
    int blocks = groups.size();
    double header = NAME_LINE + HEADS_LINE;
    double beside =
        Math.min(
            (room.width() - blocks * LAYERS - (blocks - 1) * BETWEEN) / heads,
            (room.height() - header) / mostLayers);
    double below =
        Math.min(
            (room.width() - LAYERS) / mostHeads,
            (room.height() - blocks * header - (blocks - 1) * BETWEEN / 2) / layers);
    boolean side = beside >= below;
    return new Plan(side, Math.clamp(side ? beside : below, 8, LARGEST));
  }

  /** How large the heads are in a room. */
  double size(Rect room) {
    return plan(room).size();
  }

  /** How high it is in a room, at most as high as the room. */
  double height(Rect room) {
    Plan plan = plan(room);
    double header = NAME_LINE + HEADS_LINE;
    if (plan.beside()) {
      int layers = groups.stream().mapToInt(g -> g.layers().size()).max().orElse(0);
      return header + layers * plan.size();
    }
    int layers = groups.stream().mapToInt(g -> g.layers().size()).sum();
    return groups.size() * header + (groups.size() - 1) * BETWEEN / 2 + layers * plan.size();
  }

  void draw(Drawing drawing, Rect room) {
    Plan plan = plan(room);
    double x = room.x();
    double y = room.y();
    for (HeadGroup group : groups) {
      block(drawing, group, x, y, plan.size());
      if (plan.beside()) {
        x += LAYERS + group.heads() * plan.size() + BETWEEN;
      } else {
        y += NAME_LINE + HEADS_LINE + group.layers().size() * plan.size() + BETWEEN / 2;
      }
    }
  }

  private void block(Drawing drawing, HeadGroup group, double x, double y, double size) {
    String name = drawing.frame().text("figure.heads." + group.key());
    double width = LAYERS + group.heads() * size;
    boolean open = group.holds(shown);
    drawing.text(
        x,
        y + 12,
        drawing.measure().shortened(name, NAME, width + BETWEEN - 6),
        NAME,
        open ? Ink.TEXT : Ink.SOFT,
        Align.START);
    String axes = drawing.frame().text("figure.heads.axes");
    double end = x + drawing.measure().width(name, NAME) + 10;
    if (end + drawing.measure().width(axes, SMALL) <= x + width) {
      drawing.text(x + width - GAP, y + 12, axes, SMALL, Ink.FAINT, Align.END);
    }
    ColorScale scale = ColorScale.of(group.weights(trace), look);
    double top = y + NAME_LINE + HEADS_LINE;
    for (int head = 0; head < group.heads(); head++) {
      double middle = x + LAYERS + (head + 0.5) * size;
      drawing.text(middle, top - 4, Integer.toString(head), SMALL, Ink.FAINT, Align.MIDDLE);
    }
    for (int i = 0; i < group.layers().size(); i++) {
      AttentionSite site = group.layers().get(i);
      Rect line = new Rect(x, top + i * size, LAYERS, size);
      double base = drawing.measure().baselineIn(line, SMALL);
      String layer = Integer.toString(site.layer());
      drawing.text(x + LAYERS - 6, base, layer, SMALL, Ink.FAINT, Align.END);
      for (int head = 0; head < site.heads(); head++) {
        Rect box = new Rect(x + LAYERS + head * size, line.y(), size, size).inset(GAP / 2);
        int number = head;
        HeadGroup.weights(trace, site, head)
            .ifPresent(node -> miniature(drawing, node, site, number, name, box, scale));
      }
    }
  }

  private void miniature(
      Drawing drawing,
      Node node,
      AttentionSite site,
      int head,
      String group,
      Rect box,
      ColorScale shared) {
    boolean open = shown.path().startsWith(site.head(head).path() + ".");
    drawing.panel(box.inset(0.5), 3, Ink.SURFACE, Ink.LINE);
    double padding = box.width() > 30 ? 4 : 1.5;
    Rect inner = box.inset(padding);
    Rect grid = HeadMiniature.grid(node, inner, look);
    ColorScale scale = look.oneScale() ? shared : ColorScale.of(node, look);
    HeadMiniature.draw(drawing, node, grid, scale, look);
    if (open) {
      drawing.outline(box, 4, Stroke.of(Tint.of(Ink.ACCENT), 2.5));
    }
    drawing.hit(
        box,
        new Target.Area(Region.all(node.id())),
        drawing.frame().text("figure.heads.one", group, site.layer(), head));
  }
}
