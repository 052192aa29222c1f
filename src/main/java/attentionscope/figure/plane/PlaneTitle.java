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

  private static final Type NAME = Type.ui(14).weight(Type.Weight.SEMIBOLD);
  private static final Type NUMBER = Type.ui(14).weight(Type.Weight.MEDIUM);
  private static final Type BEFORE = Type.ui(11);
  private static final double SPACE = 12;

  private PlaneTitle() {}

  static void draw(Drawing drawing, HeadNodes head, int row, Rect numbers) {
    TextMeasure measure = drawing.measure();
    Rect line = new Rect(numbers.x(), numbers.y(), numbers.width(), OutcomeColumns.TITLE - 4);
    double base = measure.baselineIn(line, NAME);
    String first = Outcome.shortest(head.q().at(row, 0));
    String second = Outcome.shortest(head.q().at(row, 1));
    double vector = measure.width("(" + first + ", " + second + ")", NUMBER);
    String entry = AxisNames.entry(head.q().rows().queries(), row, drawing.frame().texts());
    String name = measure.shortened(entry, NAME, line.width() - vector - SPACE);
    double x = line.x();
    x = piece(drawing, x, base, name, NAME);
    drawing.hit(
        new Rect(line.x(), line.y(), x - line.x(), line.height()),
        new Target.Area(Region.row(head.q().id(), row)),
        MatrixNames.row(head.q(), row, drawing.frame().texts()));
    x = piece(drawing, x + SPACE, base, "(", NUMBER);
    x = number(drawing, head, row, 0, new Rect(x, line.y(), 0, line.height()), base, first);
    x = piece(drawing, x, base, ", ", NUMBER);
    x = number(drawing, head, row, 1, new Rect(x, line.y(), 0, line.height()), base, second);
    x = piece(drawing, x, base, ")", NUMBER);
    Optional<Vec> before = QueryBefore.of(head.q(), row);
    if (before.isPresent()) {
      String was =
          drawing
              .frame()
              .text(
                  "plane.was",
                  Outcome.shortest((float) before.get().x()),
                  Outcome.shortest((float) before.get().y()));
      if (x + SPACE + measure.width(was, BEFORE) <= line.right()) {
        drawing.text(x + SPACE, base, was, BEFORE, Ink.SOFT, Align.START);
      }
    }
  }

  private static double piece(Drawing drawing, double x, double base, String text, Type type) {
    drawing.text(x, base, text, type, Ink.QUERY, Align.START);
    return x + drawing.measure().width(text, type);
  }

  private static double number(
      Drawing drawing, HeadNodes head, int row, int column, Rect from, double base, String text) {
    double end = piece(drawing, from.x(), base, text, NUMBER);
    CellRef ref = head.q().ref(row, column);
    drawing.hit(
        new Rect(from.x(), from.y(), end - from.x(), from.height()),
        new Target.Cell(ref),
        MatrixNames.cell(head.q(), ref, drawing.frame().texts()));
    return end;
  }
}
