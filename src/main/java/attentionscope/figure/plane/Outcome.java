package attentionscope.figure.plane;

import attentionscope.analysis.Masked;
import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;

/** What follows from a query: scores, weights and output, as bars with their numbers. */
final class Outcome {

  private static final double THICK = 9;
  private static final double NUMBER_ROOM = 52;
  private static final double ROUND = 2.5;

  private final Drawing drawing;
  private final HeadNodes head;
  private final int row;
  private final OutcomeColumns columns;
  private final ColorScale scores;
  private final ColorScale weights;

  /**
   * @param scores how scores are coloured, and the score that fills half a column
   * @param weights how weights are coloured
   */
  Outcome(
      Drawing drawing,
      HeadNodes head,
      int row,
      OutcomeColumns columns,
      ColorScale scores,
      ColorScale weights) {
    this.drawing = drawing;
    this.head = head;
    this.row = row;
    this.columns = columns;
    this.scores = scores;
    this.weights = weights;
  }

  void draw() {
    heads();
    for (int i = 0; i < columns.keys().size(); i++) {
      key(columns.keys().get(i), columns.line(i));
    }
    int hidden = head.keys() - columns.keys().size();
    if (hidden > 0) {
      Rect line = columns.line(columns.keys().size());
      String more = drawing.frame().text("plane.more", hidden);
      double base = drawing.measure().baselineIn(line, columns.small());
      drawing.text(line.x(), base, more, columns.small(), Ink.SOFT, Align.START);
    }
    double rule = columns.rule(hidden > 0);
    drawing.line(columns.rect().x(), rule, columns.rect().right(), rule, Stroke.of(Ink.LINE, 1));
    for (int feature = 0; feature < columns.features(); feature++) {
      output(feature, columns.output(feature, hidden > 0));
    }
  }

  private void heads() {
    head(columns.label(), "plane.key", head.k(), Align.START);
    for (OutcomeColumns.Bars bars : columns.bars()) {
      String key =
          bars.node().equals(head.weights())
              ? "plane.weight"
              : bars.node().equals(head.scores()) ? "plane.score" : "plane.scaled";
      head(bars.rect(), key, bars.node(), Align.START);
    }
    head(columns.value(), "plane.value", head.v(), Align.END);
  }

  private void head(Rect column, String key, Node node, Align align) {
    Rect place = columns.heading(column);
    String text = fitting(drawing.frame().text(key), place.width());
    drawing.text(
        align == Align.END ? place.right() : place.x(),
        drawing.measure().baselineIn(place, columns.small()),
        text,
        columns.small(),
        Ink.SOFT,
        align);
    drawing.hit(
        place,
        new Target.Area(Region.all(node.id())),
        MatrixNames.of(node.id(), drawing.frame().texts()));
  }

  /** Of a heading that is too long, the letter of the formula is left out. */
  private String fitting(String heading, double room) {
    int space = heading.lastIndexOf(' ');
    boolean fits = drawing.measure().width(heading, columns.small()) <= room;
    String text = fits || space < 0 ? heading : heading.substring(0, space);
    return drawing.measure().shortened(text, columns.small(), room);
  }

  private void key(int key, Rect line) {
    TextMeasure measure = drawing.measure();
    int keyRow = head.keyRow(row, key);
    String name = AxisNames.label(head.k().rows(), keyRow);
    Rect label = new Rect(line.x(), line.y(), columns.label().width(), line.height());
    drawing.text(
        label.x(),
        measure.baselineIn(label, columns.name()),
        measure.shortened(name, columns.name(), label.width()),
        columns.name(),
        Ink.KEY,
        Align.START);
    drawing.hit(
        new Rect(label.x() - 5, label.y() + 1, label.width() + 5, label.height() - 2),
        new Target.Area(Region.row(head.k().id(), keyRow)),
        MatrixNames.row(head.k(), keyRow, drawing.frame().texts()));
    boolean masked = Masked.at(head.beforeSoftmax(), row, key);
    for (OutcomeColumns.Bars bars : columns.bars()) {
      Rect cell = new Rect(bars.rect().x(), line.y(), bars.rect().width(), line.height());
      boolean weight = bars.node().equals(head.weights());
      cell(cell, bars.node(), key, weight, weight && masked);
    }
    int shown = columns.features();
    double each = columns.value().width() / shown;
    for (int feature = 0; feature < shown; feature++) {
      Rect cell = new Rect(columns.value().x() + feature * each, line.y(), each, line.height());
      number(cell, head.v(), keyRow, feature, Ink.VALUE, shortest(head.v().at(keyRow, feature)));
    }
  }

  /** A number and its bar: scores from the middle, weights from the left. */
  private void cell(Rect cell, Node node, int key, boolean weight, boolean masked) {
    float value = node.at(row, key);
    double thick = THICK * columns.scale();
    double room = NUMBER_ROOM * columns.scale();
    Rect bar =
        columns.stacked()
            ? new Rect(cell.x(), cell.bottom() - thick - 6, cell.width(), thick)
            : new Rect(cell.x(), cell.centerY() - thick / 2, cell.width() - room, thick);
    Rect text =
        columns.stacked()
            ? new Rect(cell.x(), cell.y() + 2, cell.width(), bar.y() - cell.y() - 3)
            : new Rect(bar.right(), cell.y(), room - 4, cell.height());
    drawing.fill(bar, ROUND, Tint.of(Ink.RAISED));
    if (masked) {
      drawing.add(new Mark.Hatch(bar, 6, Stroke.of(Ink.HATCH, 1)));
    } else if (weight) {
      bar(bar, bar.x(), bar.x() + share(value) * bar.width(), weights.tint(value));
    } else {
      double end = bar.centerX() + share(value / scores.largest()) * bar.width() / 2;
      bar(bar, bar.centerX(), end, scores.tint(value));
      drawing.line(
          bar.centerX(), bar.y() - 2, bar.centerX(), bar.bottom() + 2, Stroke.of(Ink.FAINT, 1));
    }
    drawing.text(
        columns.stacked() ? text.x() : text.right(),
        drawing.measure().baselineIn(text, columns.number()),
        Numbers.cell(value),
        columns.number(),
        Ink.TEXT,
        columns.stacked() ? Align.START : Align.END);
    hit(cell, node, row, key);
  }

  private void bar(Rect room, double from, double to, Tint tint) {
    double left = Math.clamp(Math.min(from, to), room.x(), room.right());
    double right = Math.clamp(Math.max(from, to), room.x(), room.right());
    if (right - left > 0.25) {
      Rect rect = new Rect(left, room.y(), right - left, room.height());
      drawing.fill(rect, Math.min(ROUND, rect.width() / 2), tint);
    }
  }

  private static double share(double value) {
    return Double.isNaN(value) ? 0 : Math.clamp(value, -1, 1);
  }

  private void number(Rect cell, Node node, int r, int c, Ink ink, String number) {
    drawing.text(
        cell.right(),
        drawing.measure().baselineIn(cell, columns.number()),
        drawing.measure().shortened(number, columns.number(), cell.width() - 2),
        columns.number(),
        ink,
        Align.END);
    hit(cell, node, r, c);
  }

  private void hit(Rect cell, Node node, int r, int c) {
    CellRef ref = node.ref(r, c);
    Rect roomy = new Rect(cell.x() - 5, cell.y() + 1, cell.width() + 9, cell.height() - 2);
    drawing.hit(roomy, new Target.Cell(ref), MatrixNames.cell(node, ref, drawing.frame().texts()));
  }

  /** The output between the values it is mixed of. */
  private void output(int feature, Rect line) {
    TextMeasure measure = drawing.measure();
    Rect upper = new Rect(line.x(), line.y(), line.width(), line.height() - 13 * columns.scale());
    String name = OutcomeColumns.outputName(head, feature, drawing.frame());
    Type type = columns.name();
    drawing.text(
        line.x(),
        measure.baselineIn(upper, type),
        measure.shortened(name, type, columns.across(line).x() - line.x() - 4),
        type,
        Ink.OUTPUT,
        Align.START);
    Rect across = columns.across(upper);
    double thick = THICK * columns.scale();
    Rect track = new Rect(across.x(), upper.centerY() - thick / 2, across.width(), thick);
    new ValueLine(drawing, head, row, feature, columns).draw(track);
    Rect cell = new Rect(columns.value().x(), upper.y(), columns.value().width(), upper.height());
    float value = head.output().at(row, feature);
    number(cell, head.output(), row, feature, Ink.OUTPUT, Numbers.cell(value));
  }

  /** A number that does not change while one watches, without zeros at its end. */
  static String shortest(float value) {
    String text = Numbers.prose(value);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
