package attentionscope.figure.plane;

import attentionscope.figure.Drawing;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.matrix.Pointing;
import attentionscope.trace.Region;
import java.util.List;

/** Outlines what is selected and what is spoken of, wherever it is shown. */
final class PlaneMarks {

  private static final double RADIUS = 5;

  private PlaneMarks() {}

  static void draw(Drawing drawing, Pointing pointing) {
    List<Hit> hits = drawing.figure().hits();
    Rect room = drawing.figure().bounds().inset(1.5);
    for (Hit hit : hits) {
      if (hit instanceof Hit.Area area) {
        for (Region region : pointing.highlights()) {
          if (isPart(area.target(), region)) {
            Stroke stroke = Stroke.of(MatrixNames.identity(region.id()), 1.75).dashed(5, 4);
            outline(drawing, room, area.rect(), stroke);
          }
        }
        if (pointing.selected().map(Target.Cell::new).filter(area.target()::equals).isPresent()) {
          outline(drawing, room, area.rect(), Stroke.of(Ink.ACCENT, 2));
        }
      }
    }
  }

  private static void outline(Drawing drawing, Rect room, Rect rect, Stroke stroke) {
    if (room.contains(rect)) {
      drawing.outline(rect, RADIUS, stroke);
    }
  }

  /** Whether what is shown is a cell or a row of what is spoken of. */
  private static boolean isPart(Target shown, Region spoken) {
    return switch (shown) {
      case Target.Cell cell ->
          cell.ref().id().equals(spoken.id())
              && spoken.contains(cell.ref().row(), cell.ref().column());
      case Target.Area area ->
          area.region().id().equals(spoken.id())
              && !area.region().rows().isAll()
              && spoken.columns().isAll()
              && spoken.rows().contains(area.region().rows().from());
      case Target.Control control -> false;
    };
  }
}
