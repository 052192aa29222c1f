package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.language.Numbers;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import java.util.List;

/**
 * One cell of several matrices in a line with signs between, each number on its colour.
 *
 * @param terms the matrices; the last is what comes out
 * @param cell which cell of each
 */
record CellSum(List<Node> terms, CellRef cell, ColorScale scale, SentenceWay way) {

  CellSum {
    terms = List.copyOf(terms);
  }

  /** Draws it on a baseline after some words. */
  void draw(Drawing drawing, double left, double base, String words) {
    String shown = drawing.measure().shortened(words, Style.LABEL, 190);
    drawing.text(left, base, shown, Style.LABEL, Ink.SOFT, Align.START);
    double x = left + drawing.measure().width(shown, Style.LABEL) + 12;
    StringBuilder says = new StringBuilder(words);
    for (int i = 0; i < terms.size(); i++) {
      boolean last = i == terms.size() - 1;
      String sign = way.sign(i, last);
      if (!sign.isEmpty()) {
        drawing.text(x + 8, base, sign, Style.STRONG.size(15), Ink.SOFT, Align.MIDDLE);
        x += 20;
      }
      x += chip(drawing, x, base, terms.get(i), last) + 4;
      says.append(sign.isEmpty() ? " " : " " + sign + " ").append(number(terms.get(i)));
    }
    drawing.say(says.toString());
  }

  private String number(Node node) {
    return Numbers.cell(node.at(cell.row(), cell.column()));
  }

  private double chip(Drawing drawing, double x, double base, Node node, boolean last) {
    CellRef ref = node.ref(cell.row(), cell.column());
    Tint fill = scale.tint(node.at(ref.row(), ref.column()));
    double width = drawing.measure().width(number(node), Style.VALUE) + 16;
    Rect box = new Rect(x, base - 17, width, 25);
    drawing.fill(box, 5, fill);
    drawing.outline(box.inset(0.5), 5, Stroke.of(last ? Ink.ACCENT : Ink.LINE, last ? 1.5 : 1));
    CellText.draw(
        drawing,
        box.centerX(),
        base,
        node,
        ref,
        Style.VALUE,
        new Tint.ReadableOn(fill),
        Align.MIDDLE);
    CellText.hit(drawing, box, node, ref);
    return width;
  }
}
