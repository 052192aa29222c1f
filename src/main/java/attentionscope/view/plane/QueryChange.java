package attentionscope.view.plane;

import attentionscope.figure.plane.Vec;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;

/** The changes of a run that say where one query is. */
final class QueryChange {

  private QueryChange() {}

  /** These changes, with the query there instead of where they put it. */
  static List<Intervention> put(List<Intervention> changes, TensorId q, int row, Vec there) {
    List<Intervention> all = new ArrayList<>(without(changes, q, row));
    all.add(new Intervention.SetCell(new CellRef(q, row, 0), (float) there.x()));
    all.add(new Intervention.SetCell(new CellRef(q, row, 1), (float) there.y()));
    return all;
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
