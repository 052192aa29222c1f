package attentionscope.figure.matrix;

import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.List;
import java.util.Optional;

/**
 * What is pointed at in a figure.
 *
 * @param selected the cell that was chosen
 * @param hover the cell under the pointer
 * @param highlights what else is spoken of
 */
public record Pointing(
    Optional<CellRef> selected, Optional<CellRef> hover, List<Region> highlights) {

  /** Nothing. */
  public static final Pointing NONE = new Pointing(Optional.empty(), Optional.empty(), List.of());

  public Pointing {
    highlights = List.copyOf(highlights);
  }

  public static Pointing at(CellRef selected) {
    return new Pointing(Optional.of(selected), Optional.empty(), List.of());
  }

  public Pointing withSelected(Optional<CellRef> cell) {
    return new Pointing(cell, hover, highlights);
  }

  public Pointing withHover(Optional<CellRef> cell) {
    return new Pointing(selected, cell, highlights);
  }

  public Pointing withHighlights(List<Region> regions) {
    return new Pointing(selected, hover, regions);
  }
}
