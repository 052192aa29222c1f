package attentionscope.nn;

import attentionscope.files.Problem;
import attentionscope.op.Product;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * A projection x·W + b with parameters {@code <id>.weight} (d_in x d_out) and {@code <id>.bias} (1
 * x d_out).
 *
 * @param columns what the projected features mean
 * @param bias whether b is added
 */
public record Linear(Axis columns, boolean bias) {

  /** Onto plain features. */
  public static Linear of(int width, boolean bias) {
    return new Linear(Axis.features(width), bias);
  }

  /** T x d_in becomes T x d_out; parameters are called by the id. */
  public Node apply(Graph graph, TensorId id, Node x) throws Problem {
    return apply(graph, id, id, x);
  }

  /** The same projection in several places: its parameters are called otherwise than its result. */
  Node apply(Graph graph, TensorId id, TensorId parameters, Node x) throws Problem {
    Node weight =
        graph.parameter(parameters.child("weight"), x.columns(), columns, Parameters.Kind.WEIGHT);
    if (!bias) {
      return graph.record(id, new Product(false), x.rows(), columns, x, weight);
    }
    Node b =
        graph.parameter(parameters.child("bias"), Axis.single(), columns, Parameters.Kind.BIAS);
    return graph.record(id, new attentionscope.op.Linear(false), x.rows(), columns, x, weight, b);
  }
}
