package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.RecurrentStack;
import attentionscope.nn.Timeline;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;

/**
 * What a classifier and a tagger have in common: tokens, embedding, states, and in the end logits.
 *
 * @param time how the sequence is read
 * @param encoded what was made of it
 */
record RecurrentReading(Timeline time, RecurrentStack.Encoded encoded) {

  static RecurrentReading of(Graph graph, RecurrentReader config, Tokens tokens) throws Problem {
    TensorId source = TensorId.of("source");
    Axis rows = tokens.axis(Axis.Role.SOURCE_TOKENS);
    Embedding embedding =
        new Embedding(
            source.child("embedding.weight"), config.vocabulary(), config.embedding(), false);
    Node x = embedding.apply(graph, source, rows, tokens.ids()); // B·T x d
    Timeline time = new Timeline(rows, tokens.padding(), config.reversed());
    return new RecurrentReading(
        time, config.stack().encode(graph, TensorId.of("encoder"), x, time));
  }
}
