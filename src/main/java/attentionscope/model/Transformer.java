package attentionscope.model;

import attentionscope.files.Problem;
import attentionscope.nn.Embedding;
import attentionscope.nn.Graph;
import attentionscope.nn.Masks;
import attentionscope.nn.Parameters;
import attentionscope.nn.Past;
import attentionscope.nn.Places;
import attentionscope.tensor.Axis;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;

/**
 * The encoder-decoder Transformer (Vaswani et al. 2017, figure 1).
 *
 * <pre>
 *   source tokens                    target tokens, shifted right
 *   embedding × √d + position        embedding × √d + position
 *   N × [self, feed-forward]         N × [masked self, cross, feed-forward]
 *   memory ─────────────────────────────────────┘
 *                                    logits, probabilities
 * </pre>
 *
 * @param name how the user calls it
 * @param config sizes and choices
 * @param parameters by id
 * @param words what the target's tokens are called, or empty
 */
public record Transformer(
    String name, TransformerConfig config, Parameters parameters, List<String> words)
    implements Predictor {

  private static final TensorId SHARED = TensorId.of("embedding.weight");

  @Override
  public boolean readsTarget() {
    return true;
  }

  @Override
  public boolean writes() {
    return true;
  }

  @Override
  public boolean remembers() {
    return config.positions().isSteady();
  }

  @Override
  public Node logits(Graph graph, ModelInput input) throws Problem {
    Tokens source = input.source();
    Tokens target = input.target().orElseThrow(() -> new Problem("model.problem.no-target", name));
    if (target.samples() != source.samples()) {
      throw new Problem("model.problem.samples", source.samples(), target.samples());
    }
    Past past = graph.past().orElseGet(Past::none);
    Optional<Node> memory =
        past.isBeginning() ? Optional.of(memory(graph.atOnce(), source)) : Optional.empty();
    Places places = new Places(past.length(), List.of());
    Node y =
        embed(graph, "target", Axis.Role.TARGET_TOKENS, config.targetVocabulary(), target, places);
    List<Boolean> padding = past.padding(target.samples(), target.padding()); // of all B·T_k
    Axis keys = past.all(y.rows());
    Node selfMask =
        graph.mask(
            TensorId.of("decoder.self.mask"),
            Masks.both(
                Masks.lookAhead(target.samples(), target.length(), keys.length()),
                Masks.padding(target.samples(), target.length(), padding)),
            y.rows(),
            keys);
    Axis asked = source.axis(Axis.Role.SOURCE_TOKENS);
    Node crossMask = padding(graph, "decoder.cross.mask", y.rows(), source, asked);
    Node decoded =
        config.decoder().decode(graph, TensorId.of("decoder"), y, memory, selfMask, crossMask);
    int vocabulary = config.targetVocabulary();
    OutputLayer output =
        new OutputLayer(
            vocabulary,
            words,
            config.tiedOutput(),
            embedding("target", vocabulary),
            config.outputBias());
    return output.apply(graph, decoded); // B·T_q x vocabulary
  }

  /** The encoder's output. */
  private Node memory(Graph graph, Tokens source) throws Problem {
    Node x =
        embed(
            graph,
            "source",
            Axis.Role.SOURCE_TOKENS,
            config.sourceVocabulary(),
            source,
            Places.COUNTED);
    Node mask = padding(graph, "encoder.self.mask", x.rows(), source, x.rows());
    return config.encoder().encode(graph, TensorId.of("encoder"), x, mask);
  }

  private Node embed(
      Graph graph, String side, Axis.Role role, int vocabulary, Tokens tokens, Places places)
      throws Problem {
    Node embeddings = // B·T x d_model
        embedding(side, vocabulary)
            .apply(graph, TensorId.of(side), tokens.axis(role), tokens.ids());
    TensorId id = TensorId.of(side);
    return graph.dropout(id, config.positions().add(graph, id, embeddings, places));
  }

  private Embedding embedding(String side, int vocabulary) {
    TensorId table = config.sharedEmbedding() ? SHARED : TensorId.of(side + ".embedding.weight");
    return new Embedding(table, vocabulary, config.dModel(), config.scaledEmbedding());
  }

  private static Node padding(Graph graph, String id, Axis queries, Tokens asked, Axis keys)
      throws Problem {
    return graph.mask(
        TensorId.of(id),
        Masks.padding(asked.samples(), queries.length(), asked.padding()),
        queries,
        keys);
  }
}
