package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.Parameters;
import attentionscope.nn.Stack;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * One stack over one sequence, and a prediction at every word.
 *
 * <p>With the future masked it is a decoder-only model that predicts the next word (Radford et al.
 * 2018), {@code decoder.0.self.…}; without, an encoder-only model that predicts the words behind
 * {@code <mask>}, a tag for each word, or at the first word a class for all (Devlin et al. 2019),
 * {@code encoder.0.self.…}.
 *
 * @param name how the user calls it
 * @param config sizes and choices; the layers are the decoder's or the encoder's
 * @param lookAhead whether the future is masked
 * @param parameters by id
 * @param words what is predicted, or empty
 */
public record LanguageModel(
    String name,
    TransformerConfig config,
    boolean lookAhead,
    Parameters parameters,
    List<String> words)
    implements Predictor {

  @Override
  public boolean readsTarget() {
    return false;
  }

  @Override
  public boolean writes() {
    return lookAhead;
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    Tokens tokens = input.source();
    TensorId source = TensorId.of("source");
    Axis rows = tokens.axis(Axis.Role.SOURCE_TOKENS);
    Node embeddings = embedding().apply(graph, source, rows, tokens.ids()); // B·T x d_model
    Node x = graph.dropout(source, config.positions().add(graph, source, embeddings));
    TensorId id = TensorId.of(lookAhead ? "decoder" : "encoder");
    Node mask = graph.mask(id.child("self.mask"), hidden(tokens), x.rows(), x.rows());
    Stack stack = lookAhead ? config.decoder() : config.encoder();
    return output().apply(graph, stack.encode(graph, id, x, mask)); // B·T x words
  }

  private FMatrixRMaj hidden(Tokens tokens) {
    int length = tokens.length();
    FMatrixRMaj padding = Masks.padding(tokens.samples(), length, tokens.padding());
    return lookAhead
        ? Masks.both(Masks.lookAhead(tokens.samples(), length, length), padding)
        : padding;
  }

  private Embedding embedding() {
    return new Embedding(
        TensorId.of("source.embedding.weight"),
        config.sourceVocabulary(),
        config.dModel(),
        config.scaledEmbedding());
  }

  private OutputLayer output() {
    return new OutputLayer(
        config.targetVocabulary(), words, config.tiedOutput(), embedding(), config.outputBias());
  }
}
