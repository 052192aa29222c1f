package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.op.Linear;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;

/**
 * The projection onto a vocabulary, x·W + b, with parameters {@code logits.weight} and {@code
 * logits.bias} wherever it is applied.
 *
 * @param size of the vocabulary
 * @param words what its entries are called, or empty
 */
record RecurrentOutput(int size, List<String> words) {

  private static final TensorId PARAMETERS = TensorId.of("logits");

  Node apply(Graph graph, TensorId id, Node x) throws Problem {
    Axis columns =
        words.isEmpty()
            ? Axis.of(Axis.Role.VOCABULARY, size)
            : Axis.of(Axis.Role.VOCABULARY, words);
    Node weight =
        graph.parameter(PARAMETERS.child("weight"), x.columns(), columns, Parameters.Kind.WEIGHT);
    Node bias =
        graph.parameter(PARAMETERS.child("bias"), Axis.single(), columns, Parameters.Kind.BIAS);
    return graph.record(id, new Linear(false), x.rows(), columns, x, weight, bias);
  }
}
