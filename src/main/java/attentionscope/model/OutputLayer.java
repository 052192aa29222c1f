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

/**
 * The node {@code logits}: a score for each word, x·W (+ b), where W may be the embedding's table
 * transposed (Press and Wolf 2017).
 *
 * @param vocabulary how many words there are
 * @param words what they are called, or empty
 * @param tied whether W is the table of the embedding
 * @param embedding whose table that is
 * @param bias whether b is added
 */
record OutputLayer(
    int vocabulary, List<String> words, boolean tied, Embedding embedding, boolean bias) {

  private static final TensorId ID = TensorId.of("logits");

  /** B·T x d becomes B·T x vocabulary. */
  Node apply(Graph graph, Node x) throws Problem {
    Axis columns =
        words.isEmpty()
            ? Axis.of(Axis.Role.VOCABULARY, vocabulary)
            : Axis.of(Axis.Role.VOCABULARY, words);
    Node weight =
        tied
            ? embedding.table(graph)
            : graph.parameter(ID.child("weight"), x.columns(), columns, Parameters.Kind.WEIGHT);
    if (!bias) {
      return graph.record(ID, new Product(tied), x.rows(), columns, x, weight);
    }
    Node b = graph.parameter(ID.child("bias"), Axis.single(), columns, Parameters.Kind.BIAS);
    return graph.record(ID, new Linear(tied), x.rows(), columns, x, weight, b);
  }
}
