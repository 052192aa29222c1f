package attentionscope.figure.generate;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Numbers;
import attentionscope.nn.Past;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys and values that are kept, in numbers and head by head, and what they save. */
@BuildsKeys("figure.generate.cache.")
record CachePanel(Drawing drawing, Outlook outlook, Writing writing) implements Lower {

  private static final double TITLE = 22;
  private static final double LINE = 19;
  private static final double BETWEEN = 26;
  private static final double BESIDE = 560;
  private static final double TIGHT = 15;
  private static final double MOST_FACTS = 380;
  private static final Type NAME = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final Type FACT = Type.ui(12);
  private static final Type VALUE = Type.ui(12).weight(Type.Weight.MEDIUM);

  /** A line: what is counted, and how much that is. */
  private record Fact(String name, String value) {}

  private Optional<CacheFacts> facts() {
    return CacheFacts.of(outlook, writing);
  }

  @Override
  public double wants(double width) {
    return facts()
        .map(
            facts -> {
              double lines = lines(facts).size() * LINE;
              double grid = grid(facts).wants();
              return TITLE + (width >= BESIDE ? Math.max(lines, grid) : lines + 10 + grid);
            })
        .orElse(TITLE + 3 * LINE);
  }

  private CacheGrid grid(CacheFacts facts) {
    return new CacheGrid(drawing, outlook, facts, outlook.prompt() + writing.written().size());
  }

  private String text(String key, Object... args) {
    return drawing.frame().text("figure.generate.cache." + key, args);
  }

  @Override
  public void draw(Rect room) {
    Optional<CacheFacts> facts = facts();
    if (facts.isEmpty()) {
      title(room, "");
      nothing(room);
      return;
    }
    List<Fact> lines = lines(facts.get());
    CacheGrid grid = grid(facts.get());
    boolean beside = room.width() >= BESIDE;
    double width = beside ? Math.min(MOST_FACTS, room.width() * 0.42) : room.width();
    title(new Rect(room.x(), room.y(), width, TITLE), text("after", outlook.length()));
    double high = room.height() - TITLE;
    boolean shows = beside || lines.size() * TIGHT + 8 + grid.needs() <= high;
    double free = shows && !beside ? high - 8 - grid.needs() : high;
    double pitch = Math.clamp(free / lines.size(), TIGHT, LINE);
    List<Fact> fit = lines.subList(0, Math.min(lines.size(), (int) (high / pitch)));
    write(fit, new Rect(room.x(), room.y() + TITLE, width, high), pitch);
    double y = room.y() + TITLE + fit.size() * pitch + 8;
    double x = room.x() + width + BETWEEN;
    if (beside) {
      grid.draw(new Rect(x, room.y(), room.right() - x, room.height()));
    } else if (shows) {
      grid.draw(new Rect(room.x(), y, room.width(), room.bottom() - y));
    }
  }

  private void title(Rect room, String after) {
    String title = drawing.measure().shortened(text("title"), NAME, room.width());
    drawing.text(room.x(), room.y() + 13, title, NAME, Ink.TEXT, Align.START);
    double x = room.x() + drawing.measure().width(title, NAME) + 10;
    if (x + drawing.measure().width(after, FACT) <= room.right()) {
      drawing.text(x, room.y() + 13, after, FACT, Ink.SOFT, Align.START);
    }
  }

  private void write(List<Fact> lines, Rect room, double pitch) {
    double widest =
        lines.stream()
            .mapToDouble(fact -> drawing.measure().width(fact.name, FACT))
            .max()
            .orElse(0);
    double x = room.x() + Math.min(widest, room.width() * 0.5) + 14;
    double y = room.y() + 13;
    for (Fact fact : lines) {
      String name = drawing.measure().shortened(fact.name, FACT, x - room.x() - 8);
      String value = drawing.measure().shortened(fact.value, VALUE, room.right() - x);
      drawing.text(room.x(), y, name, FACT, Ink.SOFT, Align.START);
      drawing.text(x, y, value, VALUE, Ink.TEXT, Align.START);
      drawing.say(fact.name + ": " + fact.value);
      y += pitch;
    }
  }

  /** Why there is no cache. */
  private void nothing(Rect room) {
    boolean asksItself =
        Watched.sites(outlook.newest()).stream()
            .anyMatch(site -> site.kind() == AttentionSite.Kind.SELF);
    String says = text(asksItself ? "changed" : "state");
    double y = room.y() + TITLE + 14;
    for (String line : Wrap.lines(says, FACT, room.width(), drawing.measure())) {
      drawing.text(room.x(), y, line, FACT, Ink.SOFT, Align.START);
      y += LINE;
    }
    drawing.say(says);
  }

  private List<Fact> lines(CacheFacts facts) {
    List<Fact> lines = new ArrayList<>();
    Past.Matrix keys = facts.growing().getFirst();
    Past.Matrix values = facts.growing().get(1);
    lines.add(new Fact(text("head"), size(keys) + ",  " + size(values)));
    lines.add(
        new Fact(
            text("matrices"), text("matrices.value", Numbers.grouped(facts.growing().size()))));
    lines.add(new Fact(text("all"), numbers(CacheFacts.numbers(facts.growing()))));
    lines.add(new Fact(text("new"), numbers(facts.freshNumbers())));
    if (!facts.once().isEmpty()) {
      lines.add(
          new Fact(
              text("cross"),
              text(
                  "cross.value",
                  Numbers.grouped(facts.once().size()),
                  size(facts.once().getFirst()),
                  bytes(CacheFacts.numbers(facts.once())))));
    }
    lines.add(new Fact(text("work"), Numbers.grouped(facts.withCache())));
    double times = (double) facts.anew() / facts.withCache();
    lines.add(
        new Fact(
            text("anew"), text("times", Numbers.grouped(facts.anew()), Numbers.fixed(times, 1))));
    return lines;
  }

  static String size(Past.Matrix matrix) {
    return Numbers.grouped(matrix.rows()) + " × " + Numbers.grouped(matrix.columns());
  }

  private String numbers(long count) {
    return text("numbers", Numbers.grouped(count), bytes(count));
  }

  /** Of 32-bit numbers. */
  private static String bytes(long count) {
    double bytes = (double) count * Float.BYTES;
    return bytes < 1000
        ? Numbers.whole((long) bytes) + " B"
        : bytes < 1e6
            ? Numbers.fixed(bytes / 1e3, 1) + " kB"
            : Numbers.fixed(bytes / 1e6, 1) + " MB";
  }
}
