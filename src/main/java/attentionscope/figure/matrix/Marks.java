package attentionscope.figure.matrix;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;

/** Draws over a matrix what is pointed at: regions, the cross-hair, the selected cell. */
public final class Marks {

  private Marks() {}

  /** Draws all that points at this matrix. */
  public static void draw(Drawing drawing, Node node, CellPainter painter, Pointing pointing) {
    for (Region region : pointing.highlights()) {
      if (region.id().equals(node.id())) {
        region(drawing, node, painter, region);
      }
    }
    pointing
        .hover()
        .filter(ref -> inside(ref, node))
        .ifPresent(ref -> crossHair(drawing, node, painter, ref));
    pointing
        .selected()
        .filter(ref -> inside(ref, node))
        .ifPresent(ref -> selected(drawing, painter.rectOf(ref.row(), ref.column()), painter));
  }

  private static boolean inside(CellRef ref, Node node) {
    return ref.id().equals(node.id())
        && ref.row() < node.value().numRows
        && ref.column() < node.value().numCols;
  }

  private static void region(Drawing drawing, Node node, CellPainter painter, Region region) {
    int lastRow = Math.min(region.rows().to(), node.value().numRows) - 1;
    int lastColumn = Math.min(region.columns().to(), node.value().numCols) - 1;
    if (region.rows().from() > lastRow || region.columns().from() > lastColumn) {
      return;
    }
    Rect rect =
        painter
            .rectOf(region.rows().from(), region.columns().from())
            .union(painter.rectOf(lastRow, lastColumn));
    Ink ink = MatrixNames.identity(node.id());
    drawing.outline(rect.inset(-1.5), painter.radius() + 2, Stroke.of(ink, 2).dashed(5, 4));
  }

  private static void crossHair(Drawing drawing, Node node, CellPainter painter, CellRef ref) {
    Rect row =
        painter.rectOf(ref.row(), 0).union(painter.rectOf(ref.row(), node.value().numCols - 1));
    Rect column =
        painter
            .rectOf(0, ref.column())
            .union(painter.rectOf(node.value().numRows - 1, ref.column()));
    Stroke thin = Stroke.of(Tint.of(Ink.ACCENT).faded(0.75), 1.25);
    drawing.outline(row.inset(-1), painter.radius() + 1, thin);
    drawing.outline(column.inset(-1), painter.radius() + 1, thin);
  }

  /** An outline with a rim of the background, so that it shows over every colour. */
  private static void selected(Drawing drawing, Rect rect, CellPainter painter) {
    double least = Math.max(0, (6 - Math.min(rect.width(), rect.height())) / 2);
    Rect seen = rect.inset(-least);
    drawing.outline(seen.inset(0.75), painter.radius(), Stroke.of(Ink.BACKGROUND, 1.5));
    drawing.outline(seen.inset(-1), painter.radius() + 1.5, Stroke.of(Ink.ACCENT, 2.5));
  }
}
