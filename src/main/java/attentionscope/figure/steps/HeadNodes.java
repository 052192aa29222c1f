package attentionscope.figure.steps;

import attentionscope.analysis.Masked;
import attentionscope.files.Problem;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The matrices of one head, as the run has them.
 *
 * @param id {@code encoder.0.self.head.2}
 * @param q what the scores read as queries, B·T_q x d_k
 * @param k what they read as keys, B·T_k x d_k
 * @param v B·T_k x d_v
 * @param scores (B·T_q) x T_k
 * @param links what happens to the scores before softmax, in order
 * @param weights (B·T_q) x T_k
 * @param output B·T_q x d_v
 */
public record HeadNodes(
    TensorId id, Node q, Node k, Node v, Node scores, List<Link> links, Node weights, Node output) {

  public HeadNodes {
    links = List.copyOf(links);
  }

  /**
   * A change of the scores, cell by cell.
   *
   * @param stage scale, bias or mask
   * @param node the scores after it
   * @param active whether it changes anything in this run
   * @param off whether the user switched it off
   */
  public record Link(Stage stage, Node node, boolean active, boolean off) {}

  /**
   * Finds them.
   *
   * @throws Problem when the run has no such head, or keeps only its weights
   */
  public static HeadNodes of(Trace trace, TensorId head) throws Problem {
    Node scores = trace.get(head.child("scores"));
    Node weights = trace.get(head.child("weights"));
    Node output = output(trace, head, scores, weights);
    List<Link> links = new ArrayList<>();
    for (Node node = weights.input(0); !node.equals(scores); node = node.input(0)) {
      links.addFirst(link(node));
    }
    return new HeadNodes(
        head, scores.input(0), scores.input(1), output.input(1), scores, links, weights, output);
  }

  /** What the weights are used for; in recurrent models that is the context. */
  private static Node output(Trace trace, TensorId head, Node scores, Node weights) throws Problem {
    Optional<Node> context = trace.find(head.child("context"));
    boolean asInTransformers =
        context.isPresent()
            && scores.op().kind().equals("scores")
            && context.get().input(0).equals(weights);
    return asInTransformers ? context.get() : trace.get(head.child("output"));
  }

  private static Link link(Node node) {
    Stage stage =
        switch (node.id().leaf()) {
          case "scaled" -> Stage.SCALE;
          case "masked" -> Stage.MASK;
          default -> Stage.BIAS;
        };
    boolean empty = node.value().getNumElements() == 0;
    boolean off = !empty && node.explain(0, 0) instanceof Expr.Cell;
    boolean active = !off && (stage != Stage.MASK || Masked.any(node));
    return new Link(stage, node, active, off);
  }

  public int queries() {
    return scores.value().numRows;
  }

  /** Keys of one sample. */
  public int keys() {
    return scores.value().numCols;
  }

  /** Width of the output. */
  public int dV() {
    return output.value().numCols;
  }

  /** The row of K and V that a column of a row of scores stands for. */
  public int keyRow(int row, int column) {
    return row / scores.rows().length() * keys() + column;
  }

  public Optional<Link> link(Stage stage) {
    return links.stream().filter(link -> link.stage() == stage).findFirst();
  }

  /** Whether a stage does anything in this run. */
  public boolean active(Stage stage) {
    return switch (stage) {
      case SCALE, BIAS, MASK -> link(stage).map(Link::active).orElse(false);
      case PRODUCTS, SCORES, SOFTMAX, VALUES -> true;
    };
  }

  /** What softmax reads. */
  public Node beforeSoftmax() {
    return weights.input(0);
  }
}
