package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisLabels;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.matrix.CellNumbers;
import attentionscope.figure.matrix.CellPainter;
import attentionscope.figure.matrix.Cells;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Marks;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import java.util.List;
import java.util.stream.IntStream;

/** What each word that is said looked at: a row a step of the decoder, as far as it is played. */
record AlignmentGrid(Drawing drawing, RecurrentScene scene, Node weights) {

  /** What pressing a row's name asks for is followed by the step's number. */
  static final String STEP = "recurrent.step.";

  private static final double MOST_LABELS = 62;
  private static final double NAMED = 20;
  private static final double LETTER = 16;
  private static final Type LETTERS = Type.ui(9);
  private static final double LARGEST = 34;

  void draw(Rect room) {
    int known = scene.timeline().written(scene.moment());
    int rows = weights.value().numRows;
    int columns = weights.value().numCols;
    String title = drawing.frame().text("figure.recurrent.alignment");
    drawing.text(
        room.x(),
        room.y() + 12,
        drawing.measure().shortened(title, Style.TITLE, room.width()),
        Style.TITLE,
        Ink.TEXT,
        Align.START);
    double least = (room.height() - 2 * Style.TITLE_LINE) / rows;
    Axis said = words(rows, known);
    double labels =
        Math.max(NAMED, AxisLabels.left(said, least, MOST_LABELS, drawing.measure()).extent());
    double pitch = Math.min(LARGEST, (room.width() - labels) / columns);
    boolean letters = letters(pitch);
    AxisLabels above =
        AxisLabels.above(weights.columns(), pitch, room.height() * 0.3, drawing.measure());
    double top = room.y() + Style.TITLE_LINE + (letters ? LETTER : above.extent());
    double high = Math.min(Math.max(pitch, 24), (room.bottom() - top) / rows);
    Rect grid = new Rect(room.x() + labels, top, pitch * columns, Math.max(1, high * rows));
    int now = scene.asking().orElse(-1);
    if (letters) {
      letters(grid, pitch);
    } else {
      above.drawAbove(drawing, grid, column -> false);
    }
    AxisLabels.left(said, high, labels, drawing.measure())
        .drawLeft(drawing, grid, row -> row == now);
    Grown cells = new Grown(Cells.of(weights), known);
    MatrixLook level = scene.look().withTransposed(false);
    CellPainter painter =
        new CellPainter(
            cells,
            grid,
            ColorScale.of(weights, level),
            CellNumbers.none(drawing.measure()),
            level,
            CellPainter.Emphasis.FULL);
    painter.draw(drawing);
    rows(grid, high, known);
    if (known > 0) {
      drawing.hit(
          new Hit.Grid(
              new Rect(grid.x(), grid.y(), grid.width(), high * known),
              weights.id(),
              known,
              columns,
              false,
              ref -> MatrixNames.cell(weights, ref, drawing.frame().texts())));
    }
    asking(grid, high);
    Marks.draw(drawing, weights, painter, scene.pointing());
    drawing.say(drawing.frame().text("figure.recurrent.reading.alignment", known, rows, columns));
  }

  /** Whether every token is so short that it fits over its column, small as it may be. */
  private boolean letters(double pitch) {
    return IntStream.range(0, weights.value().numCols)
        .mapToObj(column -> AxisNames.label(weights.columns(), column))
        .allMatch(label -> drawing.measure().width(label, LETTERS) <= pitch);
  }

  private void letters(Rect grid, double pitch) {
    for (int column = 0; column < weights.value().numCols; column++) {
      Rect place = new Rect(grid.x() + column * pitch, grid.y() - LETTER, pitch, LETTER - 2);
      String label = AxisNames.label(weights.columns(), column);
      Words.draw(drawing, place, label, Style.SMALL, Ink.SOFT);
    }
  }

  /** The words that the steps say, as far as they are known. */
  private Axis words(int rows, int known) {
    List<String> said = scene.said();
    return Axis.of(
        Axis.Role.TARGET_TOKENS,
        IntStream.range(0, rows)
            .mapToObj(row -> row < Math.min(known, said.size()) ? said.get(row) : "")
            .toList());
  }

  private void rows(Rect grid, double high, int known) {
    for (int row = 0; row < known; row++) {
      String word = row < scene.said().size() ? scene.said().get(row) : "";
      drawing.hit(
          new Rect(grid.x() - NAMED, grid.y() + row * high, NAMED, high),
          new Target.Control(STEP + row),
          drawing.frame().text("figure.recurrent.said", row, word, ""));
    }
  }

  private void asking(Rect grid, double high) {
    scene
        .asking()
        .filter(row -> row < weights.value().numRows)
        .ifPresent(
            row ->
                drawing.add(
                    Mark.Box.outlined(
                        new Rect(grid.x(), grid.y() + row * high, grid.width(), high).inset(-0.5),
                        3,
                        Stroke.of(Tint.of(Ink.ACCENT), 1.5))));
  }
}
