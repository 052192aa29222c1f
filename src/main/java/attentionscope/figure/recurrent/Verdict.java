package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.Optional;

/** What a classifier judges by, and what it says. */
record Verdict(Drawing drawing, RecurrentScene scene, ColorScale scale) {

  private static final double WIDE = 34;

  void draw(Rect room) {
    Rect column = new Rect(room.centerX() - WIDE / 2, room.y(), WIDE, room.height());
    Optional<Node> judged = scene.unrolled().context(0).or(scene.unrolled()::bottleneck);
    if (judged.isEmpty() || !scene.timeline().hasRead(scene.moment())) {
      drawing.outline(column, 4, Stroke.of(Ink.LINE, 1).dashed(3, 3));
      return;
    }
    Node node = judged.get();
    CellPainter painter =
        new CellPainter(
            Cells.of(node),
            column,
            scale,
            CellNumbers.none(drawing.measure()),
            scene.look().withTransposed(true).withSigns(false),
            CellPainter.Emphasis.FULL);
    painter.draw(drawing);
    drawing.outline(column.inset(-1.5), 4, Stroke.of(Ink.TEXT, 1.5));
    drawing.hit(
        new Hit.Grid(
            column,
            node.id(),
            node.value().numRows,
            node.value().numCols,
            true,
            ref -> MatrixNames.cell(node, ref, drawing.frame().texts())));
    Marks.draw(drawing, node, painter, scene.pointing());
    String says = drawing.frame().text("figure.recurrent.judges", scene.said().getFirst());
    double x = column.right() + 14;
    Rect words = new Rect(x, column.y(), room.right() - x, column.height());
    String shown = drawing.measure().shortened(says, Style.TITLE, words.width());
    drawing.text(
        x,
        drawing.measure().baselineIn(words, Style.TITLE),
        shown,
        Style.TITLE,
        Ink.TEXT,
        Align.START);
    double width = drawing.measure().width(shown, Style.TITLE);
    drawing.hit(
        new Rect(x, words.centerY() - 10, width, 20),
        new Target.Area(Region.row(TensorId.of("probabilities"), 0)),
        says);
    drawing.say(says);
    drawing.text(
        column.x() - 12,
        drawing.measure().baselineIn(words, Style.SMALL),
        drawing
            .measure()
            .shortened(
                MatrixNames.of(node.id(), drawing.frame().texts()),
                Style.SMALL,
                column.x() - 16 - room.x()),
        Style.SMALL,
        Tint.of(Ink.SOFT),
        Align.END);
  }
}
