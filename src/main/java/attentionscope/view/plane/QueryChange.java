package attentionscope.view.plane;

import attentionscope.figure.plane.Vec;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.TensorId;
import attentionscope.view.CellChanges;
import attentionscope.view.Shown;
import java.util.ArrayList;
import java.util.List;

/** The changes of a run that say where one query is. */
final class QueryChange {

  private QueryChange() {}

  /**
   * The changes there are, with the query there instead of where they put it; where it is without
   * them, none are needed.
   */
  static List<Intervention> put(Shown shown, TensorId q, int row, Vec there) {
    List<Intervention> changes =
        new ArrayList<>(without(shown.workspace().interventions(), q, row));
    CellRef x = new CellRef(q, row, 0);
    CellRef y = new CellRef(q, row, 1);
    if (!isAt(shown, x, there.x()) || !isAt(shown, y, there.y())) {
      changes.add(new Intervention.SetCell(x, (float) there.x()));
      changes.add(new Intervention.SetCell(y, (float) there.y()));
    }
    return changes;
  }

  private static boolean isAt(Shown shown, CellRef cell, double value) {
    return CellChanges.was(shown, cell).filter(was -> was == (float) value).isPresent();
  }

  /** These changes, but for those that put the query somewhere. */
  static List<Intervention> without(List<Intervention> changes, TensorId q, int row) {
    return changes.stream().filter(change -> !puts(change, q, row)).toList();
  }

  private static boolean puts(Intervention change, TensorId q, int row) {
    return change instanceof Intervention.SetCell set
        && set.cell().id().equals(q)
        && set.cell().row() == row;
  }
}
