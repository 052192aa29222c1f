package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadGroup;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What the newest token looks at in one head: the tokens it may look at, in their order, each as
 * dark as its weight. Of a text that is too long the end is shown.
 *
 * @param row of the newest token in a run of everything
 */
record WatchedTokens(
    Drawing drawing, Watched watched, int row, ColorScale scale, Pointing pointing) {

  static final double TITLE = 24;
  static final double LINE = 42;
  private static final double CHIP = 24;
  private static final double PADDING = 7;
  private static final double GAP = 5;
  private static final double LEAST = 26;
  private static final double WORTH_SAYING = 0.02;
  private static final Type NAME = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(11);
  private static final Type TOKEN = Type.ui(13);

  /** How tall it would be with all tokens in sight. */
  double wants(double width) {
    return TITLE + lines(width).stream().mapToDouble(this::height).sum();
  }

  void draw(Rect room) {
    List<List<Integer>> shown = last(lines(room.width()), room.height() - TITLE);
    title(room, shown.getFirst().getFirst());
    double y = room.y() + TITLE;
    for (List<Integer> line : shown) {
      double x = room.x();
      for (int key : line) {
        double width = width(key);
        chip(new Rect(x, y, width, CHIP), key);
        x += width + GAP;
      }
      y += height(line);
    }
  }

  /** As many of the last lines as there is room for, and at least one. */
  private List<List<Integer>> last(List<List<Integer>> lines, double room) {
    int first = lines.size() - 1;
    double free = room - height(lines.getLast());
    while (first > 0 && height(lines.get(first - 1)) <= free) {
      first--;
      free -= height(lines.get(first));
    }
    return lines.subList(first, lines.size());
  }

  /** Numbers take room where there are any. */
  private double height(List<Integer> line) {
    boolean numbers = line.stream().anyMatch(key -> watched.weight(key) >= WORTH_SAYING);
    return numbers ? LINE : CHIP + GAP;
  }

  private void title(Rect room, int first) {
    String head =
        drawing
            .frame()
            .text(
                "figure.heads.one",
                HeadGroup.name(watched.site(), drawing.frame().texts()),
                watched.site().layer(),
                watched.head());
    String token = AxisNames.label(watched.weights().rows(), watched.row());
    String says = drawing.frame().text("figure.generate.looks", token);
    drawing.text(room.x(), room.y() + 13, says, NAME, Ink.TEXT, Align.START);
    double x = room.x() + drawing.measure().width(says, NAME) + 10;
    String more =
        first == 0
            ? head
            : head + " · " + drawing.frame().text("figure.generate.last", watched.keys() - first);
    String shown = drawing.measure().shortened(more, SMALL, room.right() - x);
    double end = x + drawing.measure().width(shown, SMALL) + 16;
    Rect rest = new Rect(end, room.y(), Math.max(0, room.right() - end), room.height());
    Legend.draw(drawing, rest.right(), rest, room.y() + 9, scale, false);
    drawing.text(x, room.y() + 13, shown, SMALL, Ink.SOFT, Align.START);
    int key = watched.most();
    drawing.say(
        drawing
            .frame()
            .text(
                "figure.generate.reading.looks",
                head,
                token,
                AxisNames.label(watched.weights().columns(), key),
                Numbers.cell(watched.weight(key))));
  }

  private void chip(Rect chip, int key) {
    CellRef cell = new CellRef(watched.weights().id(), row, key);
    float weight = watched.weight(key);
    Tint fill = scale.tint(weight);
    drawing.fill(chip, 5, fill);
    boolean selected = pointing.selected().filter(cell::equals).isPresent();
    drawing.outline(chip, 5, Stroke.of(selected ? Ink.ACCENT : Ink.LINE, selected ? 2 : 1));
    drawing.centred(chip, label(key), TOKEN, new Tint.ReadableOn(fill));
    if (weight >= WORTH_SAYING) {
      drawing.text(
          chip.centerX(),
          chip.bottom() + 12,
          Numbers.fit(weight, 3),
          SMALL,
          Ink.SOFT,
          Align.MIDDLE);
    }
    CellRef here = new CellRef(watched.weights().id(), watched.row(), key);
    String read = MatrixNames.cell(watched.weights(), here, drawing.frame().texts());
    drawing.hit(chip, new Target.Cell(cell), read);
  }

  private String label(int key) {
    return AxisNames.label(watched.weights().columns(), key);
  }

  private double width(int key) {
    return Math.max(LEAST, drawing.measure().width(label(key), TOKEN) + 2 * PADDING);
  }

  private List<List<Integer>> lines(double room) {
    List<List<Integer>> lines = new ArrayList<>();
    List<Integer> line = new ArrayList<>();
    double x = 0;
    for (int key = 0; key < watched.keys(); key++) {
      double width = width(key);
      if (!line.isEmpty() && x + width > room) {
        lines.add(line);
        line = new ArrayList<>();
        x = 0;
      }
      line.add(key);
      x += width + GAP;
    }
    lines.add(line);
    return lines;
  }
}
