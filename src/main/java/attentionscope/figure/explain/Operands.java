package attentionscope.figure.explain;

import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cells an expression reads: what to highlight, and where to follow it back to. */
public final class Operands {

  private Operands() {}

  /** Each cell once, in the order in which it is first written. */
  public static List<CellRef> of(Expr expr) {
    Set<CellRef> cells = new LinkedHashSet<>();
    expr.visit(
        part -> {
          if (part instanceof Expr.Cell cell) {
            cells.add(cell.ref());
          }
        });
    return List.copyOf(cells);
  }
}
