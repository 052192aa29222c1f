package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the arrow keys lead: to the next cell and, at the edge of a matrix, to its neighbour. */
final class CellCursor {

  /** A way on the screen. */
  enum Way {
    LEFT(-1, 0),
    RIGHT(1, 0),
    UP(0, -1),
    DOWN(0, 1);

    final int x;
    final int y;

    Way(int x, int y) {
      this.x = x;
      this.y = y;
    }
  }

  /** A cell and where it is. */
  private record Place(CellRef ref, Rect rect) {}

  private CellCursor() {}

  /** Where a cell is first shown: figures begin with what is large. */
  static Optional<Rect> place(Figure figure, CellRef ref) {
    return figure.placesOf(ref).stream().findFirst();
  }

  /** The cell to begin with: the first one of the first matrix. */
  static Optional<CellRef> start(Figure figure) {
    return figure.hits().stream()
        .flatMap(hit -> nearest(hit, hit.rect().x(), hit.rect().y()))
        .map(Place::ref)
        .findFirst();
  }

  /** The cell that lies that way; empty where there is none. */
  static Optional<CellRef> next(Figure figure, CellRef from, Way way) {
    Optional<Rect> here = place(figure, from);
    if (here.isEmpty()) {
      return start(figure);
    }
    Rect cell = here.get();
    return cellAt(
            figure, cell.centerX() + way.x * cell.width(), cell.centerY() + way.y * cell.height())
        .or(() -> beyond(figure, cell, way));
  }

  private static Optional<CellRef> cellAt(Figure figure, double x, double y) {
    return figure
        .at(x, y)
        .map(Hit.Found::target)
        .filter(Target.Cell.class::isInstance)
        .map(target -> ((Target.Cell) target).ref());
  }

  /** The nearest cell of all that begin where this one ends, or further on. */
  private static Optional<CellRef> beyond(Figure figure, Rect cell, Way way) {
    return figure.hits().stream()
        .flatMap(hit -> nearest(hit, cell.centerX(), cell.centerY()))
        .filter(place -> liesThere(cell, place.rect(), way))
        .min(Comparator.comparingDouble(place -> distance(place.rect(), cell)))
        .map(Place::ref);
  }

  /** The cell of a hit that is nearest to a point. */
  private static Stream<Place> nearest(Hit hit, double x, double y) {
    return switch (hit) {
      case Hit.Area area ->
          area.target() instanceof Target.Cell(CellRef ref)
              ? Stream.of(new Place(ref, area.rect()))
              : Stream.empty();
      case Hit.Grid grid -> {
        Rect rect = grid.rect();
        double inside = 1e-3;
        yield grid
            .at(
                Math.clamp(x, rect.x() + inside, rect.right() - inside),
                Math.clamp(y, rect.y() + inside, rect.bottom() - inside))
            .map(found -> new Place(((Target.Cell) found.target()).ref(), found.rect()))
            .stream();
      }
    };
  }

  private static boolean liesThere(Rect from, Rect to, Way way) {
    double slack = 0.5;
    return switch (way) {
      case LEFT -> to.right() <= from.x() + slack;
      case RIGHT -> to.x() >= from.right() - slack;
      case UP -> to.bottom() <= from.y() + slack;
      case DOWN -> to.y() >= from.bottom() - slack;
    };
  }

  private static double distance(Rect to, Rect from) {
    double dx = Math.max(0, Math.max(to.x() - from.right(), from.x() - to.right()));
    double dy = Math.max(0, Math.max(to.y() - from.bottom(), from.y() - to.bottom()));
    return Math.hypot(dx, dy);
  }
}
