package attentionscope.view.prose;

import attentionscope.lesson.prose.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** A pointer in a text. It may take several nodes, one a word, which light up together. */
final class Link {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final List<Region> regions;
  private final Optional<Target> target;
  private final Links links;
  private final List<Node> nodes = new ArrayList<>();

  /**
   * @param regions the parts of the run that it speaks of
   * @param target where a click leads
   */
  Link(List<Region> regions, Optional<Target> target, Links links) {
    this.regions = List.copyOf(regions);
    this.target = target;
    this.links = links;
  }

  /** Makes a node a part of the pointer. */
  void add(Node node) {
    nodes.add(node);
    node.setOnMouseEntered(event -> over(true));
    node.setOnMouseExited(event -> over(false));
    node.focusedProperty().addListener((property, was, is) -> over(is));
  }

  boolean isFirst() {
    return nodes.isEmpty();
  }

  void follow() {
    target.ifPresent(links::follow);
  }

  private void over(boolean on) {
    nodes.forEach(node -> node.pseudoClassStateChanged(OVER, on));
    links.over(on ? regions : List.of());
    if (target.isPresent() && target.get() instanceof Target.OfWindow part) {
      links.overControl(on ? Optional.of(part.control()) : Optional.empty());
    }
  }

  /** Lights up when what is selected is, or lies in, what it speaks of. */
  void mark(Optional<Region> selected) {
    boolean on =
        selected.isPresent() && regions.stream().anyMatch(one -> holds(one, selected.get()));
    nodes.forEach(node -> node.pseudoClassStateChanged(MARKED, on));
  }

  private static boolean holds(Region region, Region selected) {
    Optional<CellRef> cell = selected.asCell();
    boolean whole = region.rows().isAll() && region.columns().isAll();
    boolean inside =
        region.id().equals(selected.id())
            && cell.isPresent()
            && region.contains(cell.get().row(), cell.get().column());
    return region.equals(selected) || (inside && !whole);
  }
}
