package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.Optional;

/** Which query it is, its two numbers, and what they were. */
final class PlaneTitle {

  private static final double SPACE = 12;

  /** Beside a number, for its outline. */
  private static final double PAD = 2.5;

  private PlaneTitle() {}

  static void draw(Drawing drawing, HeadNodes head, int row, OutcomeColumns columns) {
    TextMeasure measure = drawing.measure();
    Rect line = columns.title();
    Type bold = columns.name().size(columns.name().size() + 1.5);
    Type plain = bold.weight(Type.Weight.MEDIUM);
    double base = measure.baselineIn(line, bold);
    String first = Outcome.shortest(head.q().at(row, 0));
    String second = Outcome.shortest(head.q().at(row, 1));
    double vector = measure.width("q = (" + first + ", " + second + ")", plain) + 4 * PAD;
    String entry = AxisNames.entry(head.q().rows().queries(), row, drawing.frame().texts());
    String name = measure.shortened(entry, bold, line.width() - vector - SPACE);
    double x = line.x();
    x = piece(drawing, x, base, name, bold);
    drawing.hit(
        new Rect(line.x(), line.y(), x - line.x(), line.height()),
        new Target.Area(Region.row(head.q().id(), row)),
        MatrixNames.row(head.q(), row, drawing.frame().texts()));
    x = piece(drawing, x + SPACE, base, "q = (", plain);
    x = number(drawing, head, row, 0, new Rect(x, line.y(), 0, line.height()), base, first, plain);
    x = piece(drawing, x, base, ", ", plain);
    x = number(drawing, head, row, 1, new Rect(x, line.y(), 0, line.height()), base, second, plain);
    x = piece(drawing, x, base, ")", plain);
    Optional<Vec> before = QueryBefore.of(head.q(), row);
    if (before.isPresent()) {
      String was =
          drawing
              .frame()
              .text(
                  "plane.was",
                  Outcome.shortest((float) before.get().x()),
                  Outcome.shortest((float) before.get().y()));
      if (x + SPACE + measure.width(was, columns.small()) <= line.right()) {
        drawing.text(x + SPACE, base, was, columns.small(), Ink.SOFT, Align.START);
      }
    }
  }

  private static double piece(Drawing drawing, double x, double base, String text, Type type) {
    drawing.text(x, base, text, type, Ink.QUERY, Align.START);
    return x + drawing.measure().width(text, type);
  }

  private static double number(
      Drawing drawing,
      HeadNodes head,
      int row,
      int column,
      Rect from,
      double base,
      String text,
      Type type) {
    double end = piece(drawing, from.x() + PAD, base, text, type) + PAD;
    CellRef ref = head.q().ref(row, column);
    double cap = drawing.measure().capHeight(type);
    drawing.hit(
        new Rect(from.x(), base - cap - 2 * PAD, end - from.x(), cap + 4 * PAD),
        new Target.Cell(ref),
        MatrixNames.cell(head.q(), ref, drawing.frame().texts()));
    return end;
  }
}
