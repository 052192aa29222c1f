package attentionscope.view.inspector;

import attentionscope.op.Gradients;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Set;

/**
 * Short names of cells: {@code scores[0,2]}, and longer ones where that would say too little; of
 * the loss's gradients by them {@code ∂scores[0,2]}.
 */
final class CellNames {

  /** Last words that every layer has one of. */
  private static final Set<String> COMMON = Set.of("weight", "bias", "gain");

  private CellNames() {}

  static String of(CellRef cell) {
    return of(cell.id()) + "[" + cell.row() + "," + cell.column() + "]";
  }

  static String of(Region region) {
    String span = region.toString().substring(region.id().path().length());
    return of(region.id()) + span;
  }

  static String of(TensorId id) {
    List<String> segments = id.withoutFamilies().segments();
    int words = COMMON.contains(id.leaf()) ? 2 : 1;
    String name =
        String.join(".", segments.subList(Math.max(0, segments.size() - words), segments.size()));
    return id.isIn(Gradients.FAMILY) ? "∂" + name : name;
  }
}
