package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;

/** Where something is shown: its cells, and only where none are, what else stands for it. */
final class Places {

  private Places() {}

  static List<Rect> of(Figure figure, Region region) {
    List<Hit> grids = figure.hits().stream().filter(Hit.Grid.class::isInstance).toList();
    List<Rect> inGrids = only(figure, grids).placesOf(region);
    if (!inGrids.isEmpty()) {
      return inGrids;
    }
    Optional<Rect> cells =
        figure.hits().stream()
            .filter(hit -> isCellOf(hit, region))
            .map(Hit::rect)
            .reduce(Rect::union);
    return cells.map(List::of).orElseGet(() -> figure.placesOf(region));
  }

  private static boolean isCellOf(Hit hit, Region region) {
    return hit instanceof Hit.Area(Rect rect, Target.Cell(CellRef ref), String reading)
        && ref.id().equals(region.id())
        && region.contains(ref.row(), ref.column());
  }

  private static Figure only(Figure figure, List<Hit> hits) {
    return new Figure(figure.width(), figure.height(), List.of(), hits, List.of());
  }
}
