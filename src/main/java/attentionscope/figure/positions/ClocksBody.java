package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.Texts;
import attentionscope.op.Rotate;
import attentionscope.trace.Node;
import java.util.List;
import java.util.TreeSet;

/** Each pair of columns as the hand of a clock, at the looked-at position. */
record ClocksBody(PositionScene scene, Node code) implements Body {

  private static final double COLUMN = 60;
  private static final double LARGEST = 96;
  private static final double LINE = 15;
  private static final int LINES = 4;
  private static final int MOST_ROWS = 2;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.clocks.title", position());
  }

  @Override
  public String caption(Texts texts) {
    return texts.get(
        rotary() ? "figure.positions.clocks.caption.rotary" : "figure.positions.clocks.caption");
  }

  private boolean rotary() {
    return code.op() instanceof Rotate;
  }

  private int position() {
    return Math.min(scene.lab().position(), code.rows().size() - 1);
  }

  private record Layout(int columns, int rows, double pitch, double disc, List<Pair> shown) {

    double rowHeight() {
      return disc + 10 + LINES * LINE + 8;
    }
  }

  private Layout layout(double width) {
    List<Pair> pairs = scene.pairs();
    int fit = Math.max(1, (int) (width / COLUMN));
    int columns = Math.min(fit, pairs.size());
    int rows = Math.min(MOST_ROWS, (pairs.size() + columns - 1) / columns);
    List<Pair> shown = spread(pairs, columns * rows);
    double pitch = Math.min(width / columns, 2.2 * COLUMN);
    return new Layout(columns, rows, pitch, Math.min(LARGEST, pitch - 16), shown);
  }

  /** So many pairs, evenly, and the looked-at one among them. */
  private List<Pair> spread(List<Pair> pairs, int most) {
    TreeSet<Integer> indices = new TreeSet<>();
    int count = Math.min(most, pairs.size());
    for (int i = 0; i < count; i++) {
      indices.add(count == 1 ? 0 : (int) Math.round(i * (pairs.size() - 1.0) / (count - 1)));
    }
    scene
        .pair()
        .map(Pair::index)
        .filter(index -> !indices.contains(index) && count > 2)
        .ifPresent(
            index -> {
              Integer near = indices.floor(index);
              // the first and the last stay
              indices.remove(near == 0 ? indices.higher(0) : near);
              indices.add(index);
            });
    return indices.stream().map(pairs::get).toList();
  }

  @Override
  public double height(double width, Frame frame) {
    Layout layout = layout(width);
    double note = layout.shown().size() < scene.pairs().size() ? LINE + 4 : 0;
    return layout.rows() * layout.rowHeight() + note;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    Layout layout = layout(room.width());
    for (int i = 0; i < layout.shown().size(); i++) {
      int column = i % layout.columns();
      int row = i / layout.columns();
      Rect cell =
          new Rect(
              room.x() + column * layout.pitch(),
              room.y() + row * layout.rowHeight(),
              layout.pitch(),
              layout.rowHeight() - 8);
      clock(drawing, cell, layout.disc(), layout.shown().get(i));
    }
    if (layout.shown().size() < scene.pairs().size()) {
      String note =
          drawing
              .frame()
              .text("figure.positions.clocks.some", layout.shown().size(), scene.pairs().size());
      double base = room.y() + layout.rows() * layout.rowHeight() + LINE - 2;
      drawing.text(room.x(), base, note, Style.NAME, Ink.SOFT, Align.START);
    }
  }

  private void clock(Drawing drawing, Rect cell, double disc, Pair pair) {
    boolean looked = scene.pair().filter(pair::equals).isPresent();
    double x = cell.centerX();
    double radius = disc / 2;
    double y = cell.y() + radius + 2;
    Rect circle = new Rect(x - radius, y - radius, disc, disc);
    drawing.panel(circle, radius, Ink.SURFACE, looked ? Ink.ACCENT : Ink.LINE);
    drawing.line(x - radius, y, x + radius, y, Stroke.of(Ink.LINE, 1));
    drawing.line(x, y - radius, x, y + radius, Stroke.of(Ink.LINE, 1));
    Tint tint = Tint.of(looked ? Ink.ACCENT : Ink.TEXT);
    if (pair.across().isPresent()) {
      hands(drawing, pair, x, y, radius, tint);
    } else {
      alone(drawing, pair, x, y, radius, tint);
    }
    CellText.hit(drawing, circle, code, code.ref(position(), pair.up()));
    label(drawing, cell, y + radius + 10, pair, looked);
  }

  private void hands(Drawing drawing, Pair pair, double x, double y, double radius, Tint tint) {
    int position = position();
    if (rotary()) {
      Node before = code.input(0);
      double length = Math.hypot(pair.x(before, position), pair.y(before, position));
      double reach = radius / Math.max(length, 1e-9);
      double bx = pair.x(before, position) * reach;
      double by = pair.y(before, position) * reach;
      double from = Math.atan2(by, bx);
      double turn = 2 * Math.PI * position / pair.wavelength() % (2 * Math.PI);
      Hand.wedge(drawing, x, y, radius, from, turn, tint.faded(0.1));
      Hand.draw(drawing, x, y, x + bx, y - by, Tint.of(Ink.FAINT), 1.25);
      Hand.draw(
          drawing,
          x,
          y,
          x + pair.x(code, position) * reach,
          y - pair.y(code, position) * reach,
          tint,
          2);
      return;
    }
    double turn = 2 * Math.PI * position / pair.wavelength() % (2 * Math.PI);
    Hand.wedge(drawing, x, y, radius, 0, turn, tint.faded(0.1));
    Hand.draw(
        drawing,
        x,
        y,
        x + pair.x(code, position) * radius,
        y - pair.y(code, position) * radius,
        tint,
        2);
  }

  /** A sine without a cosine is a height alone. */
  private void alone(Drawing drawing, Pair pair, double x, double y, double radius, Tint tint) {
    double height = y - pair.y(code, position()) * radius;
    drawing.line(
        x - radius * 0.7, height, x + radius * 0.7, height, Stroke.of(tint, 1.5).dashed(2, 3));
    drawing.fill(new Rect(x - 3, height - 3, 6, 6), 3, tint);
  }

  private void label(Drawing drawing, Rect cell, double top, Pair pair, boolean looked) {
    Texts texts = drawing.frame().texts();
    double base = top + 9;
    Type name = looked ? Style.STRONG.size(12) : Style.LABEL.size(12);
    drawing.text(
        cell.centerX(),
        base,
        texts.get("figure.positions.pair", pair.index()),
        name,
        looked ? Ink.ACCENT : Ink.TEXT,
        Align.MIDDLE);
    drawing.text(
        cell.centerX(),
        base + LINE,
        "λ " + Pair.written(pair.wavelength()),
        Style.TICK,
        Ink.SOFT,
        Align.MIDDLE);
    number(drawing, cell, base + 2 * LINE + 1, pair.up(), rotary() ? "y" : "sin");
    if (pair.across().isPresent()) {
      number(drawing, cell, base + 3 * LINE + 1, pair.across().getAsInt(), rotary() ? "x" : "cos");
    } else {
      drawing.text(
          cell.centerX(),
          base + 3 * LINE + 1,
          drawing
              .measure()
              .shortened(texts.get("figure.positions.clocks.alone"), Style.TICK, cell.width() - 4),
          Style.TICK,
          Ink.SOFT,
          Align.MIDDLE);
    }
    drawing.say(
        texts.get(
            "figure.positions.clocks.reading",
            pair.index(),
            Pair.written(pair.wavelength()),
            code.at(position(), pair.up())));
  }

  private void number(Drawing drawing, Rect cell, double base, int column, String what) {
    drawing.text(cell.centerX() - 28, base, what, Style.TICK, Ink.SOFT, Align.START);
    CellText.draw(
        drawing,
        cell.centerX() + 28,
        base,
        code,
        code.ref(position(), column),
        Style.TICK.weight(Type.Weight.MEDIUM),
        Tint.of(Ink.TEXT),
        Align.END);
  }
}
