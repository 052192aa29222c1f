package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.language.Numbers;
import attentionscope.language.Texts;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import java.util.List;
import java.util.Optional;

/**
 * Whether an encoder layer notices that the words changed places: how far each word's output is
 * from what it was, with the encoding and without any.
 *
 * @param difference the outputs' difference, words x dimensions
 */
record ShuffleBody(PositionScene scene, Node difference) implements Body {

  private static final double ROW = 26;
  private static final double LINE = 18;
  private static final double BIG = 58;
  private static final int MOST = 12;
  private static final Type NUMBER = Type.ui(26).weight(Type.Weight.SEMIBOLD);

  /** Nothing above this is left by rounding alone in a layer of this size. */
  private static final double ROUNDING = 1e-4;

  static Optional<Body> of(PositionScene scene) {
    return scene
        .find("shuffle.difference")
        .filter(node -> node.rows().size() > 0)
        .map(node -> new ShuffleBody(scene, node));
  }

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.shuffle.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.shuffle.caption");
  }

  private List<String> verdict(double width, Frame frame) {
    String key =
        difference.rows().size() < 2
            ? "figure.positions.shuffle.one"
            : Math.abs(value(largest(difference))) > ROUNDING
                ? "figure.positions.shuffle.seen"
                : "figure.positions.shuffle.unseen";
    return Wrap.lines(frame.text(key), Style.STRONG, width, frame.measure());
  }

  private int shown() {
    return Math.min(MOST, difference.rows().size());
  }

  @Override
  public double height(double width, Frame frame) {
    double more = shown() < difference.rows().size() ? LINE : 0;
    return BIG + verdict(width, frame).size() * LINE + 34 + shown() * ROW + more;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    CellRef largest = largest(difference);
    double half = room.width() / 2;
    number(
        drawing,
        room.x(),
        room.y(),
        half - 8,
        "figure.positions.shuffle.with",
        Optional.of(largest),
        Numbers.cell(Math.abs(value(largest))));
    scene
        .findings()
        .flatMap(findings -> findings.unplaced())
        .ifPresent(
            plain ->
                number(
                    drawing,
                    room.x() + half,
                    room.y(),
                    half,
                    "figure.positions.shuffle.without",
                    Optional.empty(),
                    Numbers.cell(
                        Math.abs(plain.at(largest(plain).row(), largest(plain).column())))));
    double y = room.y() + BIG;
    for (String line : verdict(room.width(), drawing.frame())) {
      drawing.text(room.x(), y + 12, line, Style.STRONG, Ink.TEXT, Align.START);
      y += LINE;
    }
    y += 12;
    drawing.text(
        room.x(),
        y + 10,
        drawing
            .measure()
            .shortened(
                drawing.frame().text("figure.positions.shuffle.words"), Style.NAME, room.width()),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    y += 22;
    double longest = Math.max(Math.abs(value(largest)), 1e-9);
    for (int row = 0; row < shown(); row++) {
      word(drawing, new Rect(room.x(), y, room.width(), ROW), row, longest);
      y += ROW;
    }
    if (shown() < difference.rows().size()) {
      String more = drawing.frame().text("figure.reading.more", difference.rows().size() - shown());
      drawing.text(room.x(), y + 12, more, Style.NAME, Ink.SOFT, Align.START);
    }
  }

  private void number(
      Drawing drawing,
      double x,
      double y,
      double room,
      String key,
      Optional<CellRef> ref,
      String text) {
    String says = drawing.frame().text(key);
    drawing.text(
        x,
        y + 10,
        drawing.measure().shortened(says, Style.NAME, room),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    drawing.text(x, y + 40, text, NUMBER, ref.isPresent() ? Ink.ACCENT : Ink.SOFT, Align.START);
    Rect rect = new Rect(x, y + 18, drawing.measure().width(text, NUMBER), 28);
    ref.ifPresent(cell -> CellText.hit(drawing, rect, difference, cell));
    drawing.say(says + ": " + text);
  }

  /** A word, and how far its output moved. */
  private void word(Drawing drawing, Rect line, int row, double longest) {
    double label = Math.min(84, line.width() * 0.3);
    double number = 54;
    String word = AxisNames.label(difference.rows(), row);
    drawing.text(
        line.x(),
        drawing.measure().baselineIn(line, Style.LABEL),
        drawing.measure().shortened(word, Style.LABEL, label - 8),
        Style.LABEL,
        Ink.TEXT,
        Align.START);
    CellRef largest = largest(difference, row);
    double size = Math.abs(value(largest));
    Rect track = new Rect(line.x() + label, line.centerY() - 4, line.width() - label - number, 8);
    drawing.fill(track, 4, Tint.of(Ink.RAISED));
    // a bar for rounding alone would look like a difference
    double share = longest > ROUNDING ? size / longest : 0;
    if (share > 0) {
      drawing.fill(
          new Rect(track.x(), track.y(), Math.max(8, track.width() * share), 8),
          4,
          Tint.of(Ink.ACCENT));
    }
    CellText.hit(drawing, track, difference, largest);
    drawing.text(
        line.right(),
        drawing.measure().baselineIn(line, Style.VALUE),
        Numbers.cell(size),
        Style.VALUE,
        Ink.TEXT,
        Align.END);
    CellText.hit(
        drawing,
        new Rect(line.right() - number + 6, line.y() + 3, number - 6, line.height() - 6),
        difference,
        largest);
    drawing.say(word + ": " + Numbers.cell(size));
  }

  private float value(CellRef ref) {
    return difference.at(ref.row(), ref.column());
  }

  static CellRef largest(Node node) {
    CellRef largest = node.ref(0, 0);
    for (int row = 0; row < node.rows().size(); row++) {
      CellRef there = largest(node, row);
      if (Math.abs(node.at(there.row(), there.column()))
          > Math.abs(node.at(largest.row(), largest.column()))) {
        largest = there;
      }
    }
    return largest;
  }

  private static CellRef largest(Node node, int row) {
    int largest = 0;
    for (int column = 0; column < node.columns().size(); column++) {
      if (Math.abs(node.at(row, column)) > Math.abs(node.at(row, largest))) {
        largest = column;
      }
    }
    return node.ref(row, largest);
  }
}
