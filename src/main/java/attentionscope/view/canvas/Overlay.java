package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Ink;
import attentionscope.figure.Palette;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** What comes and goes over a figure: cross-hair, pointed-at places, the keyboard's cursor. */
final class Overlay {

  private static final double FAINT = 0.35;

  private final GraphicsContext graphics;
  private final Color accent;

  Overlay(GraphicsContext graphics, Palette palette) {
    this.graphics = graphics;
    int argb = palette.argb(Ink.ACCENT);
    accent = Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
  }

  void paint(
      Figure figure, Optional<Hit.Found> hovered, List<Region> pointed, Optional<CellRef> cursor) {
    hovered.ifPresent(found -> hover(figure, found));
    for (Region region : pointed) {
      for (Rect place : Places.of(figure, region)) {
        outline(place.inset(-2), 3, 1);
      }
    }
    cursor
        .flatMap(ref -> CellCursor.place(figure, ref))
        .ifPresent(rect -> outline(rect.inset(-3), 2, 1));
  }

  /** The row and the column of a cell, and the cell. */
  private void hover(Figure figure, Hit.Found found) {
    if (found.target() instanceof Target.Cell) {
      Rect cell = found.rect();
      figure.hits().stream()
          .filter(hit -> hit instanceof Hit.Grid && hit.rect().contains(cell))
          .map(Hit::rect)
          .findFirst()
          .ifPresent(
              all -> {
                outline(new Rect(all.x(), cell.y(), all.width(), cell.height()), 1.5, FAINT);
                outline(new Rect(cell.x(), all.y(), cell.width(), all.height()), 1.5, FAINT);
              });
    }
    outline(found.rect(), 2, 1);
  }

  private void outline(Rect rect, double width, double opacity) {
    graphics.setStroke(accent.deriveColor(0, 1, 1, opacity));
    graphics.setLineWidth(width);
    graphics.strokeRoundRect(rect.x(), rect.y(), rect.width(), rect.height(), 6, 6);
  }
}
