package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * One vector turned position by position: a row of arrows for each of a few pairs.
 *
 * @param vector what is turned, the same at every position
 * @param code what comes out
 */
record TurningBody(PositionScene scene, Node vector, Node code) implements Body {

  private static final double CELL = 38;
  private static final double LARGEST = 60;
  private static final int MOST_PAIRS = 4;
  private static final double LABELS = 92;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.turning.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.turning.caption");
  }

  /** Some pairs: the quickest, the looked-at one and slower ones. */
  List<Pair> pairs() {
    List<Pair> all = scene.pairs();
    TreeSet<Integer> shown = new TreeSet<>(List.of(0));
    scene.pair().ifPresent(pair -> shown.add(pair.index()));
    for (int quarter : List.of(2, 1, 3, 4)) {
      if (shown.size() < Math.min(MOST_PAIRS, all.size())) {
        shown.add(Math.min(all.size() - 1, all.size() * quarter / 8));
      }
    }
    for (int index = 0; shown.size() < Math.min(MOST_PAIRS, all.size()); index++) {
      shown.add(index);
    }
    return shown.stream().map(all::get).toList();
  }

  private int positions(double width) {
    return Math.min(code.rows().size(), (int) ((width - LABELS) / CELL));
  }

  private double pitch(double width) {
    return Math.min(LARGEST, (width - LABELS) / positions(width));
  }

  @Override
  public double height(double width, Frame frame) {
    return pairs().size() * (Math.min(pitch(width), 48) + 6) + Style.TICKS + 20;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    List<Pair> pairs = pairs();
    int count = positions(room.width());
    int position = Math.min(scene.lab().position(), code.rows().size() - 1);
    int first = Math.clamp(position - count / 2, 0, code.rows().size() - count);
    double pitch = pitch(room.width());
    double size = Math.min(pitch, 48);
    double left = room.x() + LABELS;
    double here = left + (position - first) * pitch;
    double tall = pairs.size() * (size + 6);
    drawing.fill(new Rect(here, room.y(), pitch, tall), 6, Tint.of(Ink.ACCENT_SOFT));
    for (int row = 0; row < pairs.size(); row++) {
      Pair pair = pairs.get(row);
      Rect line = new Rect(room.x(), room.y() + row * (size + 6) + 3, LABELS, size);
      label(drawing, line, pair);
      for (int i = 0; i < count; i++) {
        Rect cell = new Rect(left + i * pitch, line.y(), pitch, size);
        arrow(drawing, cell, pair, first + i, size / 2 - 3, first + i == position);
      }
    }
    Rect grid = new Rect(left, room.y(), pitch * count, tall);
    Ticks.below(drawing, grid, count, first, OptionalInt.of(position - first));
    drawing.text(
        grid.right(),
        grid.bottom() + Style.TICKS + 13,
        AxisWords.across(drawing.frame(), "figure.positions.axis.position"),
        Style.NAME,
        Ink.SOFT,
        Align.END);
    drawing.text(
        room.x(),
        grid.bottom() + Style.TICKS + 13,
        AxisWords.down(drawing.frame(), "figure.positions.axis.pair"),
        Style.NAME,
        Ink.SOFT,
        Align.START);
  }

  private void label(Drawing drawing, Rect line, Pair pair) {
    boolean looked = scene.pair().filter(pair::equals).isPresent();
    Texts texts = drawing.frame().texts();
    drawing.text(
        line.x(),
        line.centerY() - 2,
        texts.get("figure.positions.pair", pair.index()),
        looked ? Style.STRONG : Style.LABEL,
        looked ? Ink.ACCENT : Ink.TEXT,
        Align.START);
    drawing.text(
        line.x(),
        line.centerY() + 14,
        "λ " + Pair.written(pair.wavelength()),
        Style.TICK,
        Ink.SOFT,
        Align.START);
    drawing.say(
        texts.get(
            "figure.positions.wavelengths.pair", pair.index(), Pair.written(pair.wavelength())));
  }

  private void arrow(
      Drawing drawing, Rect cell, Pair pair, int position, double radius, boolean strong) {
    double x = cell.centerX();
    double y = cell.centerY();
    drawing.outline(
        new Rect(x - radius, y - radius, 2 * radius, 2 * radius),
        radius,
        Stroke.of(Tint.of(Ink.LINE).faded(0.8), 1));
    // turning keeps the length, so the circle is the way of the arrow's end
    double length = Math.hypot(pair.x(vector, position), pair.y(vector, position));
    double reach = radius / Math.max(length, 1e-9);
    drawing.line(
        x,
        y,
        x + pair.x(vector, position) * reach,
        y - pair.y(vector, position) * reach,
        Stroke.of(Tint.of(Ink.FAINT).faded(0.8), 1).dashed(2, 2.5));
    Hand.draw(
        drawing,
        x,
        y,
        x + pair.x(code, position) * reach,
        y - pair.y(code, position) * reach,
        Tint.of(strong ? Ink.ACCENT : Ink.TEXT),
        strong ? 2 : 1.4);
    Rect left = new Rect(cell.x(), cell.y(), cell.width() / 2, cell.height());
    CellText.hit(drawing, left, code, code.ref(position, pair.across().orElse(pair.up())));
    CellText.hit(drawing, left.moved(cell.width() / 2, 0), code, code.ref(position, pair.up()));
  }
}
