package attentionscope.figure.matrix;

import attentionscope.analysis.Masked;
import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Any matrix of a trace as a heatmap: both axes named and labelled, numbers where there is room,
 * the selected cell outlined, row and column of the cell under the pointer emphasised.
 *
 * @param node the matrix
 * @param look how matrices are drawn
 * @param scale how numbers become colours
 * @param pointing what is selected, hovered over and spoken of
 * @param title what stands above it; empty for the matrix's own name
 */
public record HeatmapFigure(
    Node node, MatrixLook look, ColorScale scale, Pointing pointing, String title) {

  /** Pressing it swaps {@link MatrixLook.Reduction}. */
  public static final Target.Control REDUCTION = new Target.Control("heatmap.reduction");

  private static final Type TITLE = Type.ui(14).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(11);
  private static final Type AXIS = Type.ui(12);
  private static final double LINE = 20;
  private static final double LARGEST_CELL = 104;
  private static final double DRAWN_OUT = 22;
  private static final double LARGEST_LABELS = 0.28;

  public static HeatmapFigure of(Node node, MatrixLook look, Pointing pointing) {
    return new HeatmapFigure(node, look, ColorScale.of(node, look), pointing, "");
  }

  /** Draws it into a frame of its own. */
  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    drawIn(drawing, new Rect(0, 0, frame.width(), frame.height()).inset(8));
    return drawing.figure();
  }

  /**
   * Draws it as a part of another figure; answers the rectangle it took, which lies within the one
   * given.
   */
  public Rect drawIn(Drawing drawing, Rect room) {
    Axis rows = look.transposed() ? node.columns() : node.rows();
    Axis columns = look.transposed() ? node.rows() : node.columns();
    Layout layout = layout(drawing, rows, columns, room);
    Rect grid = layout.grid();
    head(drawing, rows, columns, layout, room);
    Cells cells = Cells.of(node);
    CellNumbers numbers =
        CellNumbers.fitting(
            cells,
            3,
            grid.width() / columns.size() - 2,
            grid.height() / rows.size() - 2,
            drawing.measure());
    CellPainter painter =
        new CellPainter(
            cells,
            grid,
            scale,
            painted(grid, rows, columns) ? numbers : CellNumbers.none(drawing.measure()),
            look,
            CellPainter.Emphasis.FULL);
    drawing.hit(
        new Hit.Grid(
            grid,
            node.id(),
            node.value().numRows,
            node.value().numCols,
            look.transposed(),
            ref -> MatrixNames.cell(node, ref, drawing.frame().texts())));
    Optional<Reduced> reduced = painter.draw(drawing);
    labels(drawing, layout);
    Marks.draw(drawing, node, painter, pointing);
    Checks checks = Checks.of(node);
    checks.drawRows(drawing, painter, look.transposed());
    double foot = foot(drawing, grid, room, reduced, checks);
    HeatmapReading.say(drawing, node, look.transposed());
    checks.say(drawing);
    return new Rect(room.x(), room.y(), room.width(), foot - room.y());
  }

  private record Layout(Rect grid, AxisLabels left, AxisLabels above) {}

  private static boolean painted(Rect grid, Axis rows, Axis columns) {
    return grid.width() / columns.size() >= 14 && grid.height() / rows.size() >= 14;
  }

  private Layout layout(Drawing drawing, Axis rows, Axis columns, Rect room) {
    double names = drawing.measure().width(rowsName(drawing, rows, columns), AXIS) + 8;
    double right = room.right();
    Rect grid = new Rect(0, 0, 0, 0);
    AxisLabels left = AxisLabels.left(rows, 24, 0, drawing.measure());
    AxisLabels above = AxisLabels.above(columns, 24, 0, drawing.measure());
    // labels depend on the size of cells and the other way round: the third round changes nothing
    double pitchX = 24;
    double pitchY = 24;
    for (int round = 0; round < 3; round++) {
      left = AxisLabels.left(rows, pitchY, room.width() * LARGEST_LABELS, drawing.measure());
      above = AxisLabels.above(columns, pitchX, room.height() * LARGEST_LABELS, drawing.measure());
      double x = room.x() + Math.max(left.extent(), names);
      double y = room.y() + 2 * LINE + above.extent();
      double width = right - above.overhang() - x;
      double height = room.bottom() - Legend.HEIGHT - y;
      double cell = LARGEST_CELL;
      pitchX = Math.min(cell, width / columns.size());
      pitchY = Math.min(cell, height / rows.size());
      if (square(rows, columns)) {
        // small cells may be drawn out a little where that makes them larger
        double ratio = Math.min(pitchX, pitchY) < DRAWN_OUT ? 1.6 : 1;
        double narrower = Math.min(pitchX, pitchY * ratio);
        pitchY = Math.min(pitchY, pitchX * ratio);
        pitchX = narrower;
      } else {
        pitchX = Math.min(pitchX, Math.max(pitchY * 1.8, 8));
        pitchY = Math.min(pitchY, Math.max(pitchX, 32));
      }
      grid =
          new Rect(x, y, Math.max(1, pitchX * columns.size()), Math.max(1, pitchY * rows.size()));
    }
    // the whole stands in the middle of its room
    double spare = right - above.overhang() - grid.right();
    return new Layout(grid.moved(Math.max(0, spare / 2), 0), left, above);
  }

  /** Matrices over tokens both ways have square cells; features may be drawn out or pressed. */
  private static boolean square(Axis rows, Axis columns) {
    double ratio = (double) columns.size() / Math.max(1, rows.size());
    return columns.role() != Axis.Role.FEATURES
        && rows.role() != Axis.Role.FEATURES
        && ratio < 4
        && ratio > 0.25;
  }

  private void head(Drawing drawing, Axis rows, Axis columns, Layout layout, Rect room) {
    Rect grid = layout.grid();
    String name = title.isEmpty() ? MatrixNames.of(node.id(), drawing.frame().texts()) : title;
    double base = room.y() + 14;
    Rect area = new Rect(room.x(), room.y(), room.width(), LINE);
    Ink identity = MatrixNames.identity(node.id());
    double x = grid.x() - Math.max(layout.left().extent(), 0);
    String shown = drawing.measure().shortened(name, TITLE, room.right() - x - 60);
    String shape = rows.size() + " × " + columns.size(); // as it lies, transposed or not
    drawing.text(x, base, shown, TITLE, identity == Ink.ACCENT ? Ink.TEXT : identity, Align.START);
    drawing.text(
        x + drawing.measure().width(shown, TITLE) + 8, base, shape, SMALL, Ink.FAINT, Align.START);
    drawing.hit(area, new Target.Area(Region.all(node.id())), name + " " + shape);
    double axisBase = grid.y() - layout.above().extent() - 6;
    drawing.text(
        grid.x(),
        axisBase,
        drawing
            .frame()
            .text("figure.axis.across", AxisNames.of(columns, rows, drawing.frame().texts())),
        AXIS,
        Ink.FAINT,
        Align.START);
    drawing.text(
        grid.x() - 6, grid.y() - 6, rowsName(drawing, rows, columns), AXIS, Ink.FAINT, Align.END);
  }

  private static String rowsName(Drawing drawing, Axis rows, Axis columns) {
    return drawing
        .frame()
        .text("figure.axis.down", AxisNames.of(rows, columns, drawing.frame().texts()));
  }

  private void labels(Drawing drawing, Layout layout) {
    Rect grid = layout.grid();
    layout.left().drawLeft(drawing, grid, strong(!look.transposed()));
    layout.above().drawAbove(drawing, grid, strong(look.transposed()));
    double pitchX = grid.width() / layout.above().texts().size();
    double pitchY = grid.height() / layout.left().texts().size();
    for (int row = 0; row < layout.left().texts().size() && pitchY >= 6; row++) {
      double extent = Math.max(layout.left().extent(), 12);
      Rect rect = new Rect(grid.x() - extent, grid.y() + row * pitchY, extent, pitchY);
      labelHit(drawing, rect, row, !look.transposed());
    }
    for (int column = 0; column < layout.above().texts().size() && pitchX >= 6; column++) {
      double extent = Math.max(layout.above().extent(), 12);
      Rect rect = new Rect(grid.x() + column * pitchX, grid.y() - extent, pitchX, extent);
      labelHit(drawing, rect, column, look.transposed());
    }
  }

  private void labelHit(Drawing drawing, Rect rect, int index, boolean isRow) {
    Region region = isRow ? Region.row(node.id(), index) : Region.column(node.id(), index);
    String says =
        isRow
            ? MatrixNames.row(node, index, drawing.frame().texts())
            : MatrixNames.column(node, index, drawing.frame().texts());
    drawing.hit(rect, new Target.Area(region), says);
  }

  /** Which entries of an axis are pointed at. */
  private IntPredicate strong(boolean isRow) {
    List<CellRef> cells =
        List.of(pointing.selected(), pointing.hover()).stream()
            .flatMap(Optional::stream)
            .filter(ref -> ref.id().equals(node.id()))
            .toList();
    return index -> cells.stream().anyMatch(ref -> (isRow ? ref.row() : ref.column()) == index);
  }

  private double foot(
      Drawing drawing, Rect grid, Rect room, Optional<Reduced> reduced, Checks checks) {
    double middle = grid.bottom() + Legend.HEIGHT / 2 + 3;
    boolean changed = node.op().changes().stream().anyMatch(Intervention.SetCell.class::isInstance);
    double end = Legend.draw(drawing, grid.x(), room, middle, scale, Masked.any(node), changed);
    if (reduced.isPresent()) {
      String key =
          look.reduction() == MatrixLook.Reduction.MEAN
              ? "figure.reduced.mean"
              : "figure.reduced.max";
      String says = drawing.frame().text(key, reduced.get().perRow(), reduced.get().perColumn());
      String shown = drawing.measure().shortened(says, SMALL, room.right() - end - 18);
      double base = middle + drawing.measure().capHeight(SMALL) / 2;
      drawing.text(end + 18, base, shown, SMALL, Ink.TEXT, Align.START);
      Rect rect = new Rect(end + 18, middle - 9, drawing.measure().width(shown, SMALL), 18);
      drawing.line(
          rect.x(), base + 3, rect.right(), base + 3, Stroke.of(Tint.of(Ink.LINE), 1).dashed(2, 2));
      drawing.hit(rect, REDUCTION, says);
      end = rect.right();
    }
    checks.drawLine(drawing, end + 18, room.right(), middle);
    return grid.bottom() + Legend.HEIGHT;
  }
}
