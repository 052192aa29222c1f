package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Parameters;
import attentionscope.op.Linear;
import attentionscope.op.Product;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;

/**
 * The node {@code logits}: a score for each word, x·W (+ b), where W may be an embedding's table
 * transposed (Press and Wolf 2017).
 *
 * @param vocabulary how many words there are
 * @param words what they are called, or empty
 * @param tied the embedding whose table W is, where it is one
 * @param bias whether b is added
 */
public record OutputLayer(
    int vocabulary, List<String> words, Optional<Embedding> tied, boolean bias) {

  private static final TensorId ID = TensorId.of("logits");

  /** B·T x d becomes B·T x vocabulary. */
  Node apply(Graph graph, Node x) throws Problem {
    Axis columns =
        words.isEmpty()
            ? Axis.of(Axis.Role.VOCABULARY, vocabulary)
            : Axis.of(Axis.Role.VOCABULARY, words);
    boolean transposed = tied.isPresent();
    Node weight =
        transposed
            ? tied.get().table(graph)
            : graph.parameter(ID.child("weight"), x.columns(), columns, Parameters.Kind.WEIGHT);
    if (!bias) {
      return graph.record(ID, new Product(transposed), x.rows(), columns, x, weight);
    }
    Node b = graph.parameter(ID.child("bias"), Axis.single(), columns, Parameters.Kind.BIAS);
    return graph.record(ID, new Linear(transposed), x.rows(), columns, x, weight, b);
  }
}
