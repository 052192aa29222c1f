package attentionscope.figure;

import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture as a list of marks in the order of painting, and what its areas stand for.
 *
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 * @param marks painted first to last
 * @param hits the areas; where two overlap the later one counts
 * @param reading the figure in words, one line a paragraph
 */
public record Figure(
    double width, double height, List<Mark> marks, List<Hit> hits, List<String> reading) {

  public Figure {
    marks = List.copyOf(marks);
    hits = List.copyOf(hits);
    reading = List.copyOf(reading);
  }

  public Rect bounds() {
    return new Rect(0, 0, width, height);
  }

  /** What is at a point. */
  public Optional<Hit.Found> at(double x, double y) {
    for (Hit hit : hits.reversed()) {
      Optional<Hit.Found> found = hit.at(x, y);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Every place where a cell is shown. */
  public List<Rect> placesOf(CellRef ref) {
    List<Rect> places = new ArrayList<>();
    for (Hit hit : hits) {
      switch (hit) {
        case Hit.Grid grid -> {
          boolean inside = ref.row() < grid.rows() && ref.column() < grid.columns();
          if (grid.id().equals(ref.id()) && inside) {
            places.add(grid.rectOf(ref));
          }
        }
        case Hit.Area area -> {
          if (area.target() instanceof Target.Cell cell && cell.ref().equals(ref)) {
            places.add(area.rect());
          }
        }
      }
    }
    return places;
  }

  /** Every place where a matrix, a row, a column or a rectangle of one is shown. */
  public List<Rect> placesOf(Region region) {
    List<Rect> places = new ArrayList<>();
    for (Hit hit : hits) {
      if (hit instanceof Hit.Grid grid && grid.id().equals(region.id())) {
        int lastRow = Math.min(region.rows().to(), grid.rows()) - 1;
        int lastColumn = Math.min(region.columns().to(), grid.columns()) - 1;
        if (region.rows().from() <= lastRow && region.columns().from() <= lastColumn) {
          CellRef first = new CellRef(region.id(), region.rows().from(), region.columns().from());
          CellRef last = new CellRef(region.id(), lastRow, lastColumn);
          places.add(grid.rectOf(first).union(grid.rectOf(last)));
        }
      } else if (hit instanceof Hit.Area area) {
        boolean same =
            switch (area.target()) {
              case Target.Cell cell -> region.asCell().filter(cell.ref()::equals).isPresent();
              case Target.Area there -> there.region().equals(region);
              case Target.Control control -> false;
            };
        if (same) {
          places.add(area.rect());
        }
      }
    }
    return places;
  }

  /** Where a control is. */
  public Optional<Rect> placeOf(Target.Control control) {
    return hits.stream()
        .filter(hit -> hit instanceof Hit.Area area && area.target().equals(control))
        .map(Hit::rect)
        .findFirst();
  }
}
