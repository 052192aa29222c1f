package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Model;
import attentionscope.model.Placing;
import attentionscope.nn.Biases;
import attentionscope.nn.Embedding;
import attentionscope.nn.Entrance;
import attentionscope.nn.FeedForward;
import attentionscope.nn.Heads;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.LayerStyle;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Norm;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.Residuals;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
import attentionscope.op.Scale;
import attentionscope.tensor.Axis;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** BLOOM (Le Scao et al. 2022): linear biases instead of positions, a norm after the embedding. */
final class Bloom implements Family {

  @Override
  public List<String> types() {
    return List.of("bloom");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    boolean predicts = opening.predicts(List.of("BloomModel"), List.of("BloomForCausalLM"), true);
    int vocabulary = settings.size(250880, "vocab_size");
    int width = settings.size(64, "n_embed", "hidden_size");
    int layers = settings.count(2, "n_layer", "num_hidden_layers");
    int heads = settings.count(8, "n_head", "num_attention_heads");
    int dK = opening.share(width, heads, "hidden_size", "n_head");
    boolean kept = settings.flag(false, "apply_residual_connection_post_layernorm");
    boolean tied = settings.flag(true, "tie_word_embeddings");
    Norm norm = new Norm(LayerStyle.NormKind.LAYER, opening.epsilon(1e-5, "layer_norm_epsilon"));
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                Heads.of(heads, dK, dK),
                Optional.of(Axis.features(width)),
                Biases.all(true),
                Optional.of(Scale.byRootOfKeyWidth(dK)),
                new PositionalEncoding.LinearBias(true)),
            new FeedForward(4 * width, Activation.GELU_TANH, true, false),
            norm,
            kept ? Residuals.NORM_KEPT : Residuals.NORM_FIRST);

    WeightMap weights = opening.weights().under("word_embeddings.weight", "transformer.");
    weights.table(Decoder.TABLE, "word_embeddings.weight", vocabulary, width);
    weights.norm("source.norm", "word_embeddings_layernorm", width);
    for (int layer = 0; layer < layers; layer++) {
      String from = "h." + layer + ".";
      String to = "decoder." + layer + ".";
      List<String> asking = List.of(to + "self.q", to + "self.k", to + "self.v");
      String fused = from + "self_attention.query_key_value";
      weights.norm(to + "self.norm", from + "input_layernorm", width);
      weights.fused(asking, fused, width, width, heads, true, true);
      weights.linear(to + "self.output", from + "self_attention.dense", width, width, true);
      weights.norm(to + "feedforward.norm", from + "post_attention_layernorm", width);
      String inside = from + "mlp.dense_";
      weights.linear(to + "feedforward.hidden", inside + "h_to_4h", width, 4 * width, true);
      weights.linear(to + "feedforward.output", inside + "4h_to_h", 4 * width, width, true);
    }
    weights.norm("decoder.norm", "ln_f", width);
    if (predicts && !tied) {
      opening.weights().linear("logits", "lm_head", width, vocabulary, false);
    }
    Embedding words = Decoder.words(vocabulary, width);
    Entrance entrance = new Entrance(words, List.of(new Entrance.Normed(norm)));
    Stack stack = Stack.of(Collections.nCopies(layers, plan), Optional.of(norm));
    return opening.model(
        Decoder.body(entrance, Placing.COUNTED, false, stack),
        predicts ? Optional.of(Decoder.head(words, tied, false)) : Optional.empty(),
        List.of());
  }
}
