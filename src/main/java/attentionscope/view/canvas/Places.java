package attentionscope.view.canvas;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where something is shown: its cells, and only where none are, what else stands for it. */
final class Places {

  private Places() {}

  static List<Rect> of(Figure figure, Region region) {
    List<Hit> grids = figure.hits().stream().filter(Hit.Grid.class::isInstance).toList();
    List<Rect> inGrids = only(figure, grids).placesOf(region);
    if (!inGrids.isEmpty()) {
      return inGrids;
    }
    if (region.asCell().isPresent()) {
      return figure.placesOf(region);
    }
    // A cell may be told of again elsewhere, in a table: where it is shown first is in its matrix.
    Map<CellRef, Rect> cells = new LinkedHashMap<>();
    for (Hit hit : figure.hits()) {
      if (hit instanceof Hit.Area(Rect rect, Target.Cell(CellRef ref), String reading)
          && ref.id().equals(region.id())
          && region.contains(ref.row(), ref.column())) {
        cells.putIfAbsent(ref, rect);
      }
    }
    return cells.values().stream()
        .reduce(Rect::union)
        .map(List::of)
        .orElseGet(() -> figure.placesOf(region));
  }

  private static Figure only(Figure figure, List<Hit> hits) {
    return new Figure(figure.width(), figure.height(), List.of(), hits, List.of());
  }
}
