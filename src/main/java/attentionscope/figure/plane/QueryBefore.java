package attentionscope.figure.plane;

import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.Optional;

/** What a query was before the user set it. */
final class QueryBefore {

  private QueryBefore() {}

  /** Empty where it is as the model has it. */
  static Optional<Vec> of(Node q, int row) {
    boolean changed = false;
    double[] was = new double[2];
    for (int column = 0; column < 2; column++) {
      Expr expr = q.explain(row, column);
      if (expr instanceof Expr.Changed set) {
        changed |= set.was().value() != q.at(row, column);
        expr = set.was();
      }
      was[column] = expr.value();
    }
    Vec before = new Vec(was[0], was[1]);
    return changed && before.isFinite() ? Optional.of(before) : Optional.empty();
  }
}
