package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  private CellCursor() {}

  /** The first cell of the largest matrix. */
  static Optional<CellRef> start(Figure figure) {
    return grids(figure).stream()
        .max(Comparator.comparingDouble(grid -> grid.rect().width() * grid.rect().height()))
        .map(grid -> new CellRef(grid.id(), 0, 0));
  }

  /** The cell that lies that way; empty where there is none. */
  static Optional<CellRef> next(Figure figure, CellRef from, Way way) {
    Optional<Hit.Grid> here = gridOf(figure, from);
    if (here.isEmpty()) {
      return start(figure);
    }
    Hit.Grid grid = here.get();
    Rect cell = grid.rectOf(from);
    double x = cell.centerX() + way.x * cell.width();
    double y = cell.centerY() + way.y * cell.height();
    if (grid.rect().contains(x, y)) {
      return cellAt(grid, x, y);
    }
    return grids(figure).stream()
        .filter(other -> beyond(grid.rect(), other.rect(), way))
        .min(Comparator.comparingDouble(other -> distance(other.rect(), cell)))
        .flatMap(other -> nearest(other, cell.centerX(), cell.centerY()));
  }

  /** The largest picture of the matrix that the cell is in. */
  static Optional<Hit.Grid> gridOf(Figure figure, CellRef ref) {
    return grids(figure).stream()
        .filter(grid -> grid.id().equals(ref.id()))
        .filter(grid -> ref.row() < grid.rows() && ref.column() < grid.columns())
        .max(Comparator.comparingDouble(grid -> grid.rect().width() * grid.rect().height()));
  }

  private static List<Hit.Grid> grids(Figure figure) {
    return figure.hits().stream()
        .filter(hit -> hit instanceof Hit.Grid grid && grid.rows() > 0 && grid.columns() > 0)
        .map(Hit.Grid.class::cast)
        .toList();
  }

  private static boolean beyond(Rect from, Rect to, Way way) {
    return switch (way) {
      case LEFT -> to.right() <= from.x();
      case RIGHT -> to.x() >= from.right();
      case UP -> to.bottom() <= from.y();
      case DOWN -> to.y() >= from.bottom();
    };
  }

  private static double distance(Rect to, Rect from) {
    double dx = Math.max(0, Math.max(to.x() - from.right(), from.x() - to.right()));
    double dy = Math.max(0, Math.max(to.y() - from.bottom(), from.y() - to.bottom()));
    return Math.hypot(dx, dy);
  }

  private static Optional<CellRef> nearest(Hit.Grid grid, double x, double y) {
    Rect rect = grid.rect();
    double inside = 1e-3;
    return cellAt(
        grid,
        Math.clamp(x, rect.x() + inside, rect.right() - inside),
        Math.clamp(y, rect.y() + inside, rect.bottom() - inside));
  }

  private static Optional<CellRef> cellAt(Hit.Grid grid, double x, double y) {
    return grid.at(x, y).map(Hit.Found::target).map(target -> ((Target.Cell) target).ref());
  }
}
