package attentionscope.op;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
      Map<CellRef, Set<CellRef>> naming = naming(node);
      for (Node source : new HashSet<>(node.inputs())) {
        for (CellRef cell : sample(source)) {
          assertEquals(
              naming.getOrDefault(cell, Set.of()),
              fed(node, source, cell),
              () -> cell + " in " + node);
        }
      }
    }
  }

  private static Set<CellRef> fed(Node node, Node source, CellRef cell) {
    List<Region> regions = new ArrayList<>();
    for (int input = 0; input < node.inputs().size(); input++) {
      if (node.input(input).equals(source)) {
        regions.addAll(node.feeds(input, cell.row(), cell.column()));
      }
    }
    return cells(node)
        .filter(c -> regions.stream().anyMatch(region -> region.contains(c.row(), c.column())))
        .collect(Collectors.toSet());
  }

  /** For each cell that explanations of the node name, the cells whose explanations do. */
  private static Map<CellRef, Set<CellRef>> naming(Node node) {
    Map<CellRef, Set<CellRef>> naming = new HashMap<>();
    cells(node)
        .forEach(
            cell ->
                node.explain(cell.row(), cell.column())
                    .visit(
                        part -> {
                          if (part instanceof Expr.Cell operand) {
                            naming
                                .computeIfAbsent(operand.ref(), none -> new HashSet<>())
                                .add(cell);
                          }
                        }));
    return naming;
  }

  private static Stream<CellRef> cells(Node node) {
    int columns = node.columns().size();
    return IntStream.range(0, node.rows().size() * columns)
        .mapToObj(i -> node.ref(i / columns, i % columns));
  }

  private static List<CellRef> sample(Node node) {
    int rows = node.rows().size();
    int columns = node.columns().size();
    if (rows * columns <= WHOLE) {
      return cells(node).toList();
    }
    List<CellRef> cells = new ArrayList<>();
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
