package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;

/** A number that is a cell of the trace, and can be pressed as one. */
final class CellText {

  private CellText() {}

  /** Draws it on a baseline; answers how wide it is. */
  static double draw(
      Drawing drawing,
      double x,
      double base,
      Node node,
      CellRef ref,
      Type type,
      Tint tint,
      Align align) {
    String text = Numbers.cell(node.at(ref.row(), ref.column()));
    double width = drawing.measure().width(text, type);
    drawing.text(x, base, text, type, tint, align);
    double left =
        switch (align) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    double ascent = drawing.measure().capHeight(type);
    hit(drawing, new Rect(left - 3, base - ascent - 4, width + 6, ascent + 8), node, ref);
    return width;
  }

  /** Makes a place stand for a cell. */
  static void hit(Drawing drawing, Rect rect, Node node, CellRef ref) {
    drawing.hit(rect, new Target.Cell(ref), CellWords.of(node, ref, drawing.frame().texts()));
  }
}
