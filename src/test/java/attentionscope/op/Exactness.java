package attentionscope.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What every cell of every trace must satisfy. */
public final class Exactness {

  /** Matrices up to this many cells are checked whole. */
  private static final int WHOLE = 256;

  /** Of larger ones the corners and this many others. */
  private static final int SAMPLE = 64;

  private Exactness() {}

  /** The explanations of a trace give the stored bits, without tolerance. */
  public static void assertExplanationsAreExact(Trace trace) {
    for (Node node : trace.nodes()) {
      for (CellRef cell : sample(node)) {
        float stored = node.at(cell.row(), cell.column());
        float explained = node.explain(cell.row(), cell.column()).value();
        assertEquals(
            Float.floatToIntBits(stored),
            Float.floatToIntBits(explained),
            () -> cell + " is " + stored + ", its explanation says " + explained);
      }
    }
  }

  /** A cell of an input is named by the explanations of exactly the cells it feeds. */
  public static void assertFeedsAgreeWithExplanations(Trace trace) {
    for (Node node : trace.nodes()) {
      if (node.rows().size() * node.columns().size() > WHOLE) {
        continue;
      }
      for (Node source : new HashSet<>(node.inputs())) {
        assertFeeds(node, source);
      }
    }
  }

  private static void assertFeeds(Node node, Node source) {
    for (CellRef cell : sample(source)) {
      Set<CellRef> fed = new HashSet<>();
      List<Region> regions = new ArrayList<>();
      for (int input = 0; input < node.inputs().size(); input++) {
        if (node.input(input).equals(source)) {
          regions.addAll(node.feeds(input, cell.row(), cell.column()));
        }
      }
      Set<CellRef> naming = new HashSet<>();
      for (int row = 0; row < node.rows().size(); row++) {
        for (int column = 0; column < node.columns().size(); column++) {
          int r = row;
          int c = column;
          if (regions.stream().anyMatch(region -> region.contains(r, c))) {
            fed.add(node.ref(row, column));
          }
          if (operands(node.explain(row, column)).contains(cell)) {
            naming.add(node.ref(row, column));
          }
        }
      }
      assertEquals(naming, fed, () -> cell + " in " + node);
    }
  }

  private static Set<CellRef> operands(Expr expr) {
    Set<CellRef> cells = new HashSet<>();
    expr.visit(
        part -> {
          if (part instanceof Expr.Cell cell) {
            cells.add(cell.ref());
          }
        });
    return cells;
  }

  private static List<CellRef> sample(Node node) {
    int rows = node.rows().size();
    int columns = node.columns().size();
    List<CellRef> cells = new ArrayList<>();
    if (rows * columns <= WHOLE) {
      for (int i = 0; i < rows * columns; i++) {
        cells.add(node.ref(i / columns, i % columns));
      }
      return cells;
    }
    cells.add(node.ref(0, 0));
    cells.add(node.ref(0, columns - 1));
    cells.add(node.ref(rows - 1, 0));
    cells.add(node.ref(rows - 1, columns - 1));
    Random random = new Random(node.id().path().hashCode());
    for (int i = 0; i < SAMPLE; i++) {
      cells.add(node.ref(random.nextInt(rows), random.nextInt(columns)));
    }
    return cells;
  }
}
