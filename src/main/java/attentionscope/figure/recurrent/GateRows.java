package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Ramp;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;

/** A step from within: its gates and states as rows, in the order of computing. */
@BuildsKeys("figure.recurrent.inside.")
record GateRows(Drawing drawing, RecurrentScene scene, UnrolledStep step) {

  private static final double LINE = 24;
  private static final double WIDE = 430;
  private static final double NAMES = 132;
  private static final double FORMULAS = 176;

  /** A matrix of the step, or one of the step before that it goes on from. */
  private record Row(Node node, String name) {}

  void draw(Rect room) {
    List<Row> rows = rows();
    boolean decoder = step.id().path().startsWith("decoder.");
    String title =
        drawing
            .frame()
            .text(
                decoder ? "figure.recurrent.open.decoder" : "figure.recurrent.open.encoder",
                step.number(),
                step.label());
    drawing.text(
        room.x(),
        room.y() + 12,
        drawing.measure().shortened(title, Style.TITLE, room.width()),
        Style.TITLE,
        Ink.TEXT,
        Align.START);
    drawing.say(title);
    double left = Math.min(NAMES, room.width() * 0.34);
    double right = room.width() >= WIDE ? FORMULAS : 0;
    double legend = Legend.HEIGHT;
    double pitch =
        Math.min(LINE, (room.height() - Style.TITLE_LINE - legend) / Math.max(1, rows.size()));
    double y = room.y() + Style.TITLE_LINE;
    ColorScale gates = new ColorScale(Ramp.DIVERGING, 1, scene.look().curve());
    for (Row row : rows) {
      double tall = Math.max(3, pitch - 4);
      Rect strip =
          new Rect(room.x() + left, y + (pitch - tall) / 2, room.width() - left - right, tall);
      draw(row, strip, y, pitch, left, right, gates);
      y += pitch;
    }
    Legend.draw(
        drawing,
        room.x() + left,
        new Rect(room.x() + left, y, room.width() - left, legend),
        y + legend / 2,
        gates,
        false);
  }

  private void draw(
      Row row, Rect strip, double y, double pitch, double left, double right, ColorScale gates) {
    Node node = row.node();
    CellPainter painter =
        new CellPainter(
            Cells.of(node),
            strip,
            scale(node, gates),
            CellNumbers.none(drawing.measure()),
            scene.look().withTransposed(false).withSigns(false),
            CellPainter.Emphasis.FULL);
    painter.draw(drawing);
    drawing.hit(
        new Hit.Grid(
            strip,
            node.id(),
            node.value().numRows,
            node.value().numCols,
            false,
            ref -> MatrixNames.cell(node, ref, drawing.frame().texts())));
    Marks.draw(drawing, node, painter, scene.pointing());
    Rect line = new Rect(strip.x() - left, y, left - 8, pitch);
    String name = drawing.frame().text("figure.recurrent.inside." + row.name());
    String formula = drawing.frame().text("figure.recurrent.inside." + row.name() + ".formula");
    String shown = drawing.measure().shortened(name, Style.SMALL, line.width());
    double base = drawing.measure().baselineIn(line, Style.SMALL);
    drawing.text(line.x(), base, shown, Style.SMALL, Ink.TEXT, Align.START);
    drawing.hit(line, new Target.Area(Region.all(node.id())), name + ": " + formula);
    if (right > 0) {
      drawing.text(
          strip.right() + 10,
          base,
          drawing.measure().shortened(formula, Style.FORMULA, right - 10),
          Style.FORMULA,
          Ink.SOFT,
          Align.START);
    }
    drawing.say(name + ": " + formula);
  }

  /** Gates and hidden states are within ±1; a cell state and sums may be beyond. */
  private ColorScale scale(Node node, ColorScale gates) {
    String leaf = node.id().leaf();
    boolean bounded = !leaf.equals("cell") && !leaf.equals("sum") && !leaf.equals("start");
    return bounded ? gates : ColorScale.of(node, MatrixLook.PLAIN);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<Node> inside = step.inside(scene.unrolled().trace());
    boolean lstm = inside.stream().anyMatch(node -> step.name(node).equals("cell"));
    boolean gru = inside.stream().anyMatch(node -> step.name(node).equals("gate.update"));
    String kind = lstm ? "lstm" : gru ? "gru" : "rnn";
    for (Node node : inside) {
      String name = step.name(node);
      if (lstm && name.equals("cell")) {
        rows.add(new Row(node.input(1), "lstm.before")); // c′ of c = f ⊙ c′ + i ⊙ g
      }
      if (gru && name.equals("remembered")) {
        rows.add(new Row(node.input(1), "gru.before")); // h′ of r ⊙ h′
      }
      rows.add(new Row(node, kind + "." + name.replace("gate.", "")));
    }
    return rows;
  }
}
