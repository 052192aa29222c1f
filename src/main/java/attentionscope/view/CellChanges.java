package attentionscope.view;

import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Intervention;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of single cells by hand: to another value, to and fro, and back. */
public final class CellChanges {

  private CellChanges() {}

  /** All changes with this one; a value that the cell has anyway needs none. */
  public static List<Intervention> set(Shown shown, CellRef cell, float value) {
    List<Intervention> changes = new ArrayList<>(unset(shown, cell));
    if (was(shown, cell).filter(before -> before == value).isEmpty()) {
      changes.add(new Intervention.SetCell(cell, value));
    }
    return changes;
  }

  /** All changes but those of a cell. */
  public static List<Intervention> unset(Shown shown, CellRef cell) {
    return shown.workspace().changes().stream().filter(change -> !isOf(change, cell)).toList();
  }

  /** Whether a cell was changed. */
  public static boolean isSet(Shown shown, CellRef cell) {
    return shown.workspace().changes().stream().anyMatch(change -> isOf(change, cell));
  }

  private static boolean isOf(Intervention change, CellRef cell) {
    return change instanceof Intervention.SetCell set && set.cell().equals(cell);
  }

  /** What a cell would be without changes of its own; empty where the run has no such cell. */
  public static Optional<Float> was(Shown shown, CellRef cell) {
    return node(shown, cell)
        .map(
            node -> {
              Expr expr = node.explain(cell.row(), cell.column());
              while (expr instanceof Expr.Changed changed && isOf(changed.by(), cell)) {
                expr = changed.was();
              }
              return expr.value();
            });
  }

  /** Whether a matrix is a mask: 0 where a query may look, −∞ where it may not. */
  public static boolean isMask(TensorId id) {
    return id.matches("*.*.mask");
  }

  /** All changes with a cell of a mask the other way round; empty where it is no such cell. */
  public static Optional<List<Intervention>> toggled(Shown shown, CellRef cell) {
    return Optional.of(cell)
        .filter(ref -> isMask(ref.id()))
        .flatMap(ref -> node(shown, ref))
        .map(
            node -> {
              boolean hidden = node.at(cell.row(), cell.column()) == Float.NEGATIVE_INFINITY;
              return set(shown, cell, hidden ? 0 : Float.NEGATIVE_INFINITY);
            });
  }

  private static Optional<Node> node(Shown shown, CellRef cell) {
    return shown.trace().find(cell.id()).filter(node -> node.has(cell.row(), cell.column()));
  }
}
