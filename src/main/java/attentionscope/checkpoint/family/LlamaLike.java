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
import attentionscope.op.Scale;
import attentionscope.op.Turning;
import attentionscope.tensor.Axis;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Llama (Touvron et al. 2023), Mistral (Jiang et al. 2023) and Qwen2 (Yang et al. 2024): rotary
 * positions, grouped queries, root mean square norms and gated feed-forwards.
 *
 * @param type what {@code model_type} says
 * @param prefix of the names of its classes
 * @param usual sizes where the settings do not say
 */
record LlamaLike(String type, String prefix, Usual usual) implements Family {

  /** What is meant where the settings do not say. */
  record Usual(int vocabulary, int inner, int keyHeads) {}

  static final LlamaLike LLAMA = new LlamaLike("llama", "Llama", new Usual(32000, 11008, 0));
  static final LlamaLike MISTRAL = new LlamaLike("mistral", "Mistral", new Usual(32000, 14336, 8));
  static final LlamaLike QWEN2 = new LlamaLike("qwen2", "Qwen2", new Usual(151936, 22016, 32));

  @Override
  public List<String> types() {
    return List.of(type);
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    boolean predicts =
        opening.predicts(List.of(prefix + "Model"), List.of(prefix + "ForCausalLM"), true);
    int vocabulary = settings.size(usual.vocabulary, "vocab_size");
    int width = settings.size(4096, "hidden_size");
    int inner = settings.size(usual.inner, "intermediate_size");
    int layers = settings.count(32, "num_hidden_layers");
    int count = settings.count(32, "num_attention_heads");
    boolean ownKeys = usual.keyHeads == 0 || settings.isNull("num_key_value_heads");
    int asked = settings.count(ownKeys ? count : usual.keyHeads, "num_key_value_heads");
    if (count % asked != 0) {
      throw settings.fault("num_key_value_heads", asked, "num_attention_heads / n");
    }
    int dK =
        settings.has("head_dim")
            ? settings.size(1, "head_dim")
            : opening.share(width, count, "hidden_size", "num_attention_heads");
    Heads heads = new Heads(count, asked, dK, dK);
    boolean qwen = type.equals("qwen2");
    boolean biased = qwen || settings.flag(false, "attention_bias");
    Biases biases = new Biases(biased, biased && !qwen);
    boolean fedBias = settings.flag(false, "mlp_bias");
    boolean tied = settings.flag(false, "tie_word_embeddings");
    Norm norm =
        new Norm(LayerStyle.NormKind.ROOT_MEAN_SQUARE, opening.epsilon(1e-6, "rms_norm_eps"));
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                heads,
                Optional.of(Axis.features(width)),
                biases,
                Optional.of(scale(settings, dK)),
                new PositionalEncoding.Rotary(turning(settings, dK), Scaling.longest(settings))),
            new FeedForward(inner, opening.activation("silu", "hidden_act"), fedBias, true),
            norm,
            Residuals.NORM_FIRST);
    OptionalInt window = window(settings, layers);

    WeightMap weights = opening.weights().under("embed_tokens.weight", "model.", "transformer.");
    weights.table(Decoder.TABLE, "embed_tokens.weight", vocabulary, width);
    for (int layer = 0; layer < layers; layer++) {
      String from = "layers." + layer + ".";
      String to = "decoder." + layer + ".";
      weights.gain(to + "self.norm", from + "input_layernorm", width);
      String own = from + "self_attn.";
      weights.linear(to + "self.q", own + "q_proj", width, count * dK, biases.asking());
      weights.linear(to + "self.k", own + "k_proj", width, asked * dK, biases.asking());
      weights.linear(to + "self.v", own + "v_proj", width, asked * dK, biases.asking());
      weights.linear(to + "self.output", own + "o_proj", count * dK, width, biases.output());
      weights.gain(to + "feedforward.norm", from + "post_attention_layernorm", width);
      weights.linear(to + "feedforward.gate", from + "mlp.gate_proj", width, inner, fedBias);
      weights.linear(to + "feedforward.hidden", from + "mlp.up_proj", width, inner, fedBias);
      weights.linear(to + "feedforward.output", from + "mlp.down_proj", inner, width, fedBias);
    }
    weights.gain("decoder.norm", "norm", width);
    if (predicts && !tied) {
      opening.weights().linear("logits", "lm_head", width, vocabulary, false);
    }
    Embedding words = Decoder.words(vocabulary, width);
    Stack stack = Stack.of(Collections.nCopies(layers, plan), Optional.of(norm));
    return opening.model(
        Decoder.body(new Entrance(words, List.of()), Placing.COUNTED, true, window, stack),
        predicts ? Optional.of(Decoder.head(words, tied, false)) : Optional.empty(),
        List.of());
  }

  /** Where sines and cosines are multiplied, scores grow by its square. */
  private static Scale scale(Settings settings, int dK) throws Problem {
    double strength = Scaling.strength(settings);
    return strength == 1
        ? Scale.byRootOfKeyWidth(dK)
        : new Scale("√d_k / m²", (float) (Math.sqrt(dK) / (strength * strength)), true);
  }

  private static Turning turning(Settings settings, int dK) throws Problem {
    settings.only("partial_rotary_factor", 1.0);
    Optional<Settings> said = Scaling.parameters(settings);
    if (said.isPresent()) {
      said.get().only("partial_rotary_factor", 1.0);
    }
    if (dK % 2 != 0) {
      throw settings.fault("head_dim", dK, "2, 4, 6, …");
    }
    return Scaling.turning(settings, dK, "rope_theta");
  }

  /**
   * How many tokens a token sees, itself among them, as {@code sliding_window} says of Mistral. Of
   * Qwen2 only layers behind the first so many would have it.
   */
  private OptionalInt window(Settings settings, int layers) throws Problem {
    if (type.equals("qwen2")) {
      settings.only("layer_types", "full_attention");
      if (settings.whole(28, "max_window_layers") < layers) {
        settings.only("use_sliding_window", false);
      }
    }
    if (!type.equals("mistral") || settings.isNull("sliding_window")) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(settings.size(4096, "sliding_window"));
  }
}
