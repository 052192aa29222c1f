package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Mark.Piece;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The dot products of the looked-at position with the others, by distance; those of other positions
 * as dots, which lie on the same line where the distance alone counts.
 */
record SimilarityBody(PositionScene scene, Node dots) implements Body {

  private static final double BEST = 190;
  private static final double LINE = 18;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.similarity.title", position());
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.similarity.caption", position());
  }

  private int position() {
    return Math.min(scene.lab().position(), dots.rows().size() - 1);
  }

  @Override
  public double height(double width, Frame frame) {
    return BEST + Style.TICKS + 2 * LINE;
  }

  /** Other positions, far from this one and from each other. */
  List<Integer> others() {
    int last = dots.rows().size() - 1;
    return List.of(0, last / 2, last).stream()
        .distinct()
        .filter(other -> other != position())
        .toList();
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    int count = dots.rows().size();
    int position = position();
    double tall = Math.min(room.height() - Style.TICKS - 2 * LINE, 1.6 * BEST);
    Rect area =
        new Rect(
            room.x() + Style.LEFT,
            room.y() + LINE,
            room.width() - Style.LEFT - Style.RIGHT,
            tall - 6);
    double least = 0;
    double most = 0;
    for (int row = 0; row < count; row++) {
      if (row == position || others().contains(row)) {
        for (int column = 0; column < count; column++) {
          least = Math.min(least, dots.at(row, column));
          most = Math.max(most, dots.at(row, column));
        }
      }
    }
    double span = most > least ? most - least : 1;
    double bottom = least;
    double pitch = area.width() / count;
    double zero = area.bottom() - (0 - bottom) / span * area.height();
    drawing.line(area.x(), zero, area.right(), zero, Stroke.of(Ink.LINE, 1));
    drawing.text(
        area.x() - 7,
        zero + drawing.measure().capHeight(Style.TICK) / 2,
        "0",
        Style.TICK,
        Ink.SOFT,
        Align.END);
    double here = area.x() + (position + 0.5) * pitch;
    drawing.line(here, area.y(), here, area.bottom(), Stroke.of(Ink.ACCENT, 1.25).dashed(2, 4));
    for (int other : others()) {
      for (int column = 0; column < count; column++) {
        double x = here + (column - other) * pitch;
        if (x >= area.x() && x <= area.right()) {
          double y = area.bottom() - (dots.at(other, column) - bottom) / span * area.height();
          drawing.fill(new Rect(x - 1.75, y - 1.75, 3.5, 3.5), 1.75, Tint.of(Ink.FAINT));
        }
      }
    }
    List<Piece> line = new ArrayList<>();
    for (int column = 0; column < count; column++) {
      double x = area.x() + (column + 0.5) * pitch;
      double y = area.bottom() - (dots.at(position, column) - bottom) / span * area.height();
      line.add(line.isEmpty() ? new Piece.Move(x, y) : new Piece.Straight(x, y));
      CellText.hit(
          drawing,
          new Rect(x - pitch / 2, area.y(), pitch, area.height()),
          dots,
          dots.ref(position, column));
    }
    drawing.add(Mark.Path.stroked(line, Stroke.of(Ink.TEXT, 1.5)));
    double top = area.bottom() - (dots.at(position, position) - bottom) / span * area.height();
    drawing.fill(new Rect(here - 4, top - 4, 8, 8), 4, Tint.of(Ink.ACCENT));
    own(drawing, room, area, here, top);
    Ticks.below(drawing, area, count, -position, OptionalInt.of(position));
    legend(drawing, new Rect(area.x(), area.bottom() + Style.TICKS, area.width(), LINE));
  }

  /** The dot product of the position with itself. */
  private void own(Drawing drawing, Rect room, Rect area, double x, double y) {
    int position = position();
    String text = Numbers.cell(dots.at(position, position));
    double width = drawing.measure().width(text, Style.VALUE);
    boolean left = x + 10 + width > room.right();
    double base = Math.max(area.y() - 4, y + drawing.measure().capHeight(Style.VALUE) / 2 - 6);
    double halo = left ? x - 9 - width : x + 9;
    drawing.fill(
        new Rect(halo - 2, base - 12, width + 4, 15), 3, Tint.of(Ink.BACKGROUND).faded(0.85));
    CellText.draw(
        drawing,
        left ? x - 9 : x + 9,
        base,
        dots,
        dots.ref(position, position),
        Style.VALUE,
        Tint.of(Ink.ACCENT),
        left ? Align.END : Align.START);
    drawing.say(drawing.frame().text("figure.positions.similarity.own", text));
  }

  private void legend(Drawing drawing, Rect line) {
    double base = drawing.measure().baselineIn(line, Style.NAME);
    String name = AxisWords.across(drawing.frame(), "figure.positions.axis.distance");
    drawing.text(line.right(), base, name, Style.NAME, Ink.SOFT, Align.END);
    String others =
        others().stream().map(other -> Integer.toString(other)).collect(Collectors.joining(", "));
    double room = line.width() - drawing.measure().width(name, Style.NAME) - 16;
    String says =
        drawing
            .measure()
            .shortened(
                drawing.frame().text("figure.positions.similarity.others", others),
                Style.NAME,
                room - 12);
    drawing.fill(new Rect(line.x(), line.centerY() - 2, 4, 4), 2, Tint.of(Ink.FAINT));
    drawing.text(line.x() + 9, base, says, Style.NAME, Ink.SOFT, Align.START);
  }
}
