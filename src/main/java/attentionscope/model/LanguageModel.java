package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.Parameters;
import attentionscope.nn.Past;
import attentionscope.nn.Places;
import attentionscope.nn.Stack;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * One stack over one sequence, and a prediction at every word.
 *
 * <p>Padding may stand behind a sequence, or in front of one that is to be continued; positions
 * then count from its first word.
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
  public boolean remembers() {
    return lookAhead && config.positions().isSteady();
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    Tokens tokens = input.source();
    TensorId source = TensorId.of("source");
    Axis rows = tokens.axis(Axis.Role.SOURCE_TOKENS);
    Node embeddings = embedding().apply(graph, source, rows, tokens.ids()); // B·T x d_model
    Past past = graph.past().orElseGet(Past::none);
    List<Boolean> padding = past.padding(tokens.samples(), tokens.padding()); // of all B·T_k
    Places places =
        lookAhead ? Places.after(past.length(), tokens.samples(), padding) : Places.COUNTED;
    Node x = graph.dropout(source, config.positions().add(graph, source, embeddings, places));
    TensorId id = TensorId.of(lookAhead ? "decoder" : "encoder");
    FMatrixRMaj hidden = hidden(tokens.samples(), tokens.length(), padding);
    Node mask = graph.mask(id.child("self.mask"), hidden, x.rows(), past.all(x.rows()));
    Stack stack = lookAhead ? config.decoder() : config.encoder();
    return output().apply(graph, stack.encode(graph, id, x, mask)); // B·T x words
  }

  private FMatrixRMaj hidden(int samples, int queries, List<Boolean> padding) {
    FMatrixRMaj padded = Masks.padding(samples, queries, padding);
    if (!lookAhead) {
      return padded;
    }
    int keys = padding.size() / samples;
    FMatrixRMaj both = Masks.both(Masks.lookAhead(samples, queries, keys), padded);
    return Masks.leavingItself(both, queries);
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
