package attentionscope.view.heads;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** Where the arrow keys lead from head to head. */
final class TileCursor {

  private TileCursor() {}

  /** The nearest head that lies that way; the first where none is looked at. */
  static Optional<Region> next(Figure figure, Optional<Region> from, KeyCode way) {
    List<Hit.Area> tiles =
        figure.hits().stream()
            .filter(Hit.Area.class::isInstance)
            .map(Hit.Area.class::cast)
            .filter(tile -> tile.target() instanceof Target.Area)
            .toList();
    Optional<Rect> here =
        tiles.stream()
            .filter(tile -> from.equals(Optional.of(region(tile))))
            .map(Hit.Area::rect)
            .findFirst();
    if (here.isEmpty()) {
      return tiles.stream().map(TileCursor::region).findFirst();
    }
    Rect rect = here.get();
    return tiles.stream()
        .filter(tile -> lies(tile.rect(), rect, way))
        .min(Comparator.comparingDouble(tile -> distance(tile.rect(), rect)))
        .map(TileCursor::region);
  }

  private static Region region(Hit.Area tile) {
    return ((Target.Area) tile.target()).region();
  }

  private static boolean lies(Rect to, Rect from, KeyCode way) {
    return switch (way) {
      case LEFT -> to.right() <= from.x() && level(to, from);
      case RIGHT -> to.x() >= from.right() && level(to, from);
      case UP -> to.bottom() <= from.y();
      case DOWN -> to.y() >= from.bottom();
      default -> false;
    };
  }

  private static boolean level(Rect one, Rect other) {
    return Math.abs(one.centerY() - other.centerY()) < 1;
  }

  private static double distance(Rect to, Rect from) {
    return Math.hypot(to.centerX() - from.centerX(), to.centerY() - from.centerY());
  }
}
