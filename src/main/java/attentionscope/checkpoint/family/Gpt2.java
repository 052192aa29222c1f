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
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** GPT-2 (Radford et al. 2019). */
final class Gpt2 implements Family {

  @Override
  public List<String> types() {
    return List.of("gpt2");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    // exported from minGPT: as GPT-2, but projections may stand the other way
    settings.only("linear_weight_layout", "in_out", "out_in");
    boolean turned = settings.text("in_out", "linear_weight_layout").equals("out_in");
    boolean predicts =
        opening.predicts(
            List.of("GPT2Model"),
            List.of("GPT2LMHeadModel", "GPT2DoubleHeadsModel", "minGPT"),
            true);
    int vocabulary = settings.size(50257, "vocab_size");
    int longest = settings.size(1024, "n_positions", "max_position_embeddings");
    int width = settings.size(768, "n_embd", "hidden_size");
    int layers = settings.count(12, "n_layer", "num_hidden_layers");
    int heads = settings.count(12, "n_head", "num_attention_heads");
    int dK = opening.share(width, heads, "n_embd", "n_head");
    int inner = settings.size(4 * width, "n_inner");
    Activation activation = opening.activation("gelu_new", "activation_function");
    Norm norm = new Norm(LayerStyle.NormKind.LAYER, opening.epsilon(1e-5, "layer_norm_epsilon"));
    boolean tied = settings.flag(true, "tie_word_embeddings");

    WeightMap weights = opening.weights().under("wte.weight", "transformer.");
    weights.table(Decoder.TABLE, "wte.weight", vocabulary, width);
    weights.table("source.position.weight", "wpe.weight", longest, width);
    List<LayerPlan> plans = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      String from = "h." + layer + ".";
      String to = "decoder." + layer + ".";
      weights.norm(to + "self.norm", from + "ln_1", width);
      List<String> asking = List.of(to + "self.q", to + "self.k", to + "self.v");
      weights.fused(asking, from + "attn.c_attn", width, width, 1, turned, true);
      weights.projection(to + "self.output", from + "attn.c_proj", width, width, turned);
      weights.norm(to + "feedforward.norm", from + "ln_2", width);
      weights.projection(to + "feedforward.hidden", from + "mlp.c_fc", width, inner, turned);
      weights.projection(to + "feedforward.output", from + "mlp.c_proj", inner, width, turned);
      MultiHeadAttention attention =
          new MultiHeadAttention(
              Heads.of(heads, dK, dK),
              Optional.of(Axis.features(width)),
              Biases.all(true),
              scale(settings, dK, layer),
              new PositionalEncoding.None());
      FeedForward feedForward = new FeedForward(inner, activation, true, false);
      plans.add(new LayerPlan(attention, feedForward, norm, Residuals.NORM_FIRST));
    }
    weights.norm("decoder.norm", "ln_f", width);
    if (predicts && !tied) {
      opening.weights().linear("logits", "lm_head", width, vocabulary, false);
    }
    Embedding words = Decoder.words(vocabulary, width);
    Entrance entrance =
        new Entrance(
            words,
            List.of(
                new Entrance.Typed(TensorId.of(Decoder.TABLE), vocabulary, false),
                new Entrance.Positioned(new PositionalEncoding.Learned(longest))));
    return opening.model(
        Decoder.body(entrance, Placing.COUNTED, true, Stack.of(plans, Optional.of(norm))),
        predicts ? Optional.of(Decoder.head(words, tied, false)) : Optional.empty(),
        List.of());
  }

  /** Scores may be divided by the number of their layer, too, or not be scaled. */
  private static Optional<Scale> scale(Settings settings, int dK, int layer) throws Problem {
    boolean byWidth = settings.flag(true, "scale_attn_weights");
    boolean byLayer = settings.flag(false, "scale_attn_by_inverse_layer_idx");
    if (byLayer && layer > 0) {
      return Optional.of(
          byWidth
              ? Scale.byRootOfKeyWidthAndLayer(dK, layer + 1)
              : new Scale(Integer.toString(layer + 1), layer + 1, true));
    }
    return byWidth ? Optional.of(Scale.byRootOfKeyWidth(dK)) : Optional.empty();
  }
}
