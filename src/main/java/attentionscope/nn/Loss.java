package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.CrossEntropy;
import attentionscope.op.Given;
import attentionscope.op.MeanLoss;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.Origin;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * What training makes small. Nodes: {@code loss.target} (T x 1, the ids that should have come),
 * {@code loss.each} (T x 1, the cross-entropy of each prediction) and {@code loss} (1 x 1, the mean
 * of those that count); {@code loss.weights} (1 x V) where words are weighted.
 *
 * @param smoothing the share that all words have of a target, 0 to below 1
 * @param ignored the id that does not count, such as padding; a negative number is no word's id
 * @param weights what each word counts for; empty where all count the same
 */
public record Loss(double smoothing, int ignored, Optional<FMatrixRMaj> weights) {

  private static final TensorId ID = TensorId.of("loss");

  /** Plain cross-entropy with padding left out. */
  public static Loss ignoring(int padding) {
    return new Loss(0, padding, Optional.empty());
  }

  /**
   * @param logits T x V
   * @param targets for each row the id that should have come
   * @return the mean, 1 x 1
   */
  public Node of(Graph graph, Node logits, List<Integer> targets) throws Problem {
    FMatrixRMaj ids = new FMatrixRMaj(targets.size(), 1);
    for (int row = 0; row < targets.size(); row++) {
      ids.set(row, 0, targets.get(row));
    }
    Axis single = Axis.single();
    Given given = new Given("tokens", ids, new Origin.Typed());
    Node target = graph.record(ID.child("target"), given, logits.rows(), single);
    List<Node> told = new ArrayList<>(List.of(target));
    if (weights.isPresent()) {
      Given counted = new Given("weights", weights.get(), new Origin.Rule());
      told.add(graph.record(ID.child("weights"), counted, single, logits.columns()));
    }
    Node each =
        graph.record(
            ID.child("each"),
            new CrossEntropy(smoothing, ignored),
            logits.rows(),
            single,
            with(logits, told));
    return graph.record(ID, new MeanLoss(ignored), single, single, with(each, told));
  }

  /** What all these targets count for together: the mean's divisor. */
  public double weight(List<Integer> targets) {
    double sum = 0;
    for (int target : targets) {
      if (target != ignored) {
        sum += weights.isPresent() ? weights.get().get(0, target) : 1;
      }
    }
    return sum;
  }

  private static Node[] with(Node first, List<Node> others) {
    List<Node> all = new ArrayList<>(others);
    all.addFirst(first);
    return all.toArray(Node[]::new);
  }
}
