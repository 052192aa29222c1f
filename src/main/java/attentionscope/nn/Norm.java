package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.LayerNorm;
import attentionscope.op.RmsNorm;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * Normalization with the parameter {@code <id>.gain}, and {@code <id>.bias} where the kind has one
 * (1 x d).
 *
 * @param kind what is computed
 * @param epsilon added to the variance or the mean square
 */
public record Norm(LayerStyle.NormKind kind, float epsilon) {

  /** T x d stays T x d. */
  public Node apply(Graph graph, TensorId id, Node x) throws Problem {
    Node gain = graph.parameter(id.child("gain"), Axis.single(), x.columns(), Parameters.Kind.GAIN);
    return switch (kind) {
      case LAYER -> {
        Node bias =
            graph.parameter(id.child("bias"), Axis.single(), x.columns(), Parameters.Kind.BIAS);
        yield graph.record(id, new LayerNorm(epsilon), x.rows(), x.columns(), x, gain, bias);
      }
      case ROOT_MEAN_SQUARE ->
          graph.record(id, new RmsNorm(epsilon), x.rows(), x.columns(), x, gain);
    };
  }
}
