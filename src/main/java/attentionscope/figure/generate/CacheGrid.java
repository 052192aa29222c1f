package attentionscope.figure.generate;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadGroup;
import attentionscope.nn.Past;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.Outlook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys and values of every layer and head as strips of rows that grow to the right: the new ones
 * stand out.
 *
 * @param most how many tokens have been written, the prompt included: strips have room for as many
 */
record CacheGrid(Drawing drawing, Outlook outlook, CacheFacts facts, int most) {

  private static final double TITLE = 20;
  private static final double NUMBERS = 14;
  private static final double LAYER = 30;
  private static final double BETWEEN = 24;
  private static final double GAP = 6;
  private static final double TALLEST = 30;
  private static final double WIDEST = 190;
  private static final double LEAST_ROW = 3;
  private static final int FEWEST = 16;
  private static final double LEAST = 9;
  private static final Type NAME = Type.ui(11.5).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(10.5);
  private static final Type LETTER = Type.ui(9.5).weight(Type.Weight.SEMIBOLD);

  private List<HeadGroup> groups() {
    return HeadGroup.of(outlook.newest()).stream()
        .filter(group -> group.stack().equals("decoder"))
        .toList();
  }

  /** How tall it is at its best. */
  double wants() {
    return TITLE + NUMBERS + layers() * TALLEST;
  }

  /** How tall it has to be at least. */
  double needs() {
    return wants() - layers() * (TALLEST - LEAST);
  }

  private int layers() {
    return groups().stream().mapToInt(group -> group.layers().size()).max().orElse(0);
  }

  /** How many rows a strip has room for: the next power of two. */
  private int room() {
    int room = FEWEST;
    while (room < Math.max(most, facts.tokens())) {
      room *= 2;
    }
    return room;
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
    String shown = drawing.measure().shortened(name, NAME, room.width() + BETWEEN - 8);
    drawing.text(room.x(), room.y() + 12, shown, NAME, Ink.TEXT, Align.START);
    String axes = drawing.frame().text("figure.heads.axes");
    double end = room.x() + drawing.measure().width(shown, NAME) + 10;
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
      double high = Math.max(2, pitch - Math.min(GAP, pitch / 3));
      Rect line = new Rect(room.x(), top + i * pitch, LAYER, high);
      names(line, site.layer());
      for (int head = 0; head < site.heads(); head++) {
        Rect box = new Rect(room.x() + LAYER + head * wide, line.y(), wide - GAP, high);
        pair(site, head, box, name);
      }
    }
  }

  private void names(Rect line, int layer) {
    drawing.text(
        line.x() + 8,
        drawing.measure().baselineIn(line, SMALL),
        Integer.toString(layer),
        SMALL,
        Ink.FAINT,
        Align.END);
    Rect upper = new Rect(line.x(), line.y(), line.width(), line.height() / 2);
    if (upper.height() >= 10) {
      Rect lower = new Rect(line.x(), upper.bottom(), line.width(), upper.height());
      double keys = drawing.measure().baselineIn(upper, LETTER);
      double values = drawing.measure().baselineIn(lower, LETTER);
      drawing.text(line.right() - 5, keys, "K", LETTER, Ink.KEY, Align.END);
      drawing.text(line.right() - 5, values, "V", LETTER, Ink.VALUE, Align.END);
    }
  }

  private void pair(AttentionSite site, int head, Rect box, String group) {
    Optional<Past.Matrix> keys = kept(site.head(head), "k");
    Optional<Past.Matrix> values = kept(site.head(head), "v");
    if (keys.isEmpty() || values.isEmpty()) {
      return;
    }
    double half = box.height() / 2;
    Rect upper = new Rect(box.x(), box.y(), box.width(), half - 1);
    Rect lower = new Rect(box.x(), box.y() + half, box.width(), half - 1);
    strip(keys.get(), upper, Ink.KEY);
    strip(values.get(), lower, Ink.VALUE);
    String name = drawing.frame().text("figure.heads.one", group, site.layer(), head);
    String says =
        drawing
            .frame()
            .text(
                "figure.generate.cache.strip",
                name,
                CachePanel.size(keys.get()),
                CachePanel.size(values.get()),
                keys.get().grows() ? facts.fresh() : 0);
    drawing.hit(upper, new Target.Area(Region.all(keys.get().id())), says);
    drawing.hit(lower, new Target.Area(Region.all(values.get().id())), says);
  }

  /** What is kept of a head: with rotary positions its keys are turned. */
  private Optional<Past.Matrix> kept(TensorId head, String part) {
    String path = head.child(part).path();
    return all()
        .filter(one -> one.id().path().equals(path) || one.id().path().startsWith(path + "."))
        .findFirst();
  }

  private Stream<Past.Matrix> all() {
    return Stream.concat(facts.growing().stream(), facts.once().stream());
  }

  private void strip(Past.Matrix matrix, Rect box, Ink line) {
    int room = matrix.grows() ? room() : matrix.rows();
    double row = box.width() / room;
    double end = matrix.rows() * row;
    drawing.fill(new Rect(box.x(), box.y(), end, box.height()), 1, Tint.of(Ink.LINE));
    if (matrix.grows()) {
      double fresh = Math.max(Math.min(LEAST_ROW, end), facts.fresh() * row);
      Rect last = new Rect(box.x() + end - fresh, box.y(), fresh, box.height());
      drawing.fill(last, 1, Tint.of(Ink.ACCENT));
    }
    drawing.outline(box, 1, Stroke.of(Tint.of(line).faded(0.6), 1));
  }
}
