package attentionscope.analysis;

import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.Set;

/**
 * How many multiplications the matrix products of a run take: of an n x k and a k x m matrix n·k·m.
 * What works cell by cell (softmax, norms, activations) is not counted.
 *
 * @param token those of the rows of the newest token
 * @param source those of what depends on the source alone: the encoder, and the keys and values
 *     that cross-attention makes of it
 */
public record Multiplications(long token, long source) {

  private static final TensorId LOGITS = TensorId.of("logits");

  /** The operations that are matrix products; the first input is the left one. */
  private static final Set<String> PRODUCTS =
      Set.of("linear", "product", "transposed-product", "scores", "weighted-sum");

  /**
   * Counts.
   *
   * @param newest a run with logits, or a step that goes on with one
   * @param whole a run of everything
   */
  public static Multiplications of(Trace newest, Trace whole) {
    Axis written = newest.find(LOGITS).orElseThrow().rows();
    long token = 0;
    for (Node node : newest.nodes()) {
      if (node.rows().role() == written.role()) {
        token += ofRow(node);
      }
    }
    long source = 0;
    for (Node node : whole.nodes()) {
      if (node.rows().role() != written.role()) {
        source += ofRow(node) * node.value().numRows;
      }
    }
    return new Multiplications(token, source);
  }

  /** All of a trace. */
  public static long all(Trace trace) {
    return trace.nodes().stream().mapToLong(node -> ofRow(node) * node.value().numRows).sum();
  }

  /** Those without a cache: all rows are computed anew. */
  public long anew(int tokens) {
    return tokens * token + source;
  }

  private static long ofRow(Node node) {
    return PRODUCTS.contains(node.op().kind())
        ? (long) node.input(0).value().numCols * node.value().numCols
        : 0;
  }
}
