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
import attentionscope.op.Rotate;
import attentionscope.op.Scale;
import attentionscope.op.Turning;
import attentionscope.tensor.Axis;
import attentionscope.trace.TensorId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** GPT-J (Wang and Komatsuzaki 2021): neighbours are turned in pairs, one norm serves both. */
final class GptJ implements Family {

  private static final double BASE = 10000;

  @Override
  public List<String> types() {
    return List.of("gptj");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    boolean predicts = opening.predicts(List.of("GPTJModel"), List.of("GPTJForCausalLM"), true);
    int vocabulary = settings.size(50400, "vocab_size");
    int width = settings.size(4096, "n_embd", "hidden_size");
    int layers = settings.count(28, "n_layer", "num_hidden_layers");
    int heads = settings.count(16, "n_head", "num_attention_heads");
    int dK = opening.share(width, heads, "n_embd", "n_head");
    int inner = settings.size(4 * width, "n_inner");
    int turned = settings.size(64, "rotary_dim");
    if (settings.isNull("rotary_dim") || turned % 2 != 0 || turned > dK) {
      throw settings.fault(
          "rotary_dim", settings.isNull("rotary_dim") ? "null" : turned, "2, 4, … " + dK);
    }
    boolean tied = settings.flag(false, "tie_word_embeddings");
    Norm norm = new Norm(LayerStyle.NormKind.LAYER, opening.epsilon(1e-5, "layer_norm_epsilon"));
    Turning turning = new Turning(turned, Rotate.Pairing.INTERLEAVED, BASE, 1);
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                Heads.of(heads, dK, dK),
                Optional.of(Axis.features(width)),
                Biases.all(false),
                Optional.of(Scale.byRootOfKeyWidth(dK)),
                new PositionalEncoding.Rotary(turning)),
            new FeedForward(
                inner, opening.activation("gelu_new", "activation_function"), true, false),
            norm,
            Residuals.PARALLEL_ONE_NORM);

    WeightMap weights = opening.weights().under("wte.weight", "transformer.");
    weights.table(Decoder.TABLE, "wte.weight", vocabulary, width);
    for (int layer = 0; layer < layers; layer++) {
      String from = "h." + layer + ".";
      String to = "decoder." + layer + ".";
      weights.norm(to + "self.norm", from + "ln_1", width);
      weights.linear(to + "self.q", from + "attn.q_proj", width, width, false);
      weights.linear(to + "self.k", from + "attn.k_proj", width, width, false);
      weights.linear(to + "self.v", from + "attn.v_proj", width, width, false);
      weights.linear(to + "self.output", from + "attn.out_proj", width, width, false);
      weights.linear(to + "feedforward.hidden", from + "mlp.fc_in", width, inner, true);
      weights.linear(to + "feedforward.output", from + "mlp.fc_out", inner, width, true);
    }
    weights.norm("decoder.norm", "ln_f", width);
    if (predicts) {
      opening.weights().row("logits.bias", "lm_head.bias", vocabulary);
      if (!tied) {
        opening.weights().linear("logits", "lm_head", width, vocabulary, false);
      }
    }
    Embedding words = Decoder.words(vocabulary, width);
    Entrance entrance =
        new Entrance(
            words, List.of(new Entrance.Typed(TensorId.of(Decoder.TABLE), vocabulary, false)));
    Stack stack = Stack.of(Collections.nCopies(layers, plan), Optional.of(norm));
    return opening.model(
        Decoder.body(entrance, Placing.COUNTED, true, stack),
        predicts ? Optional.of(Decoder.head(words, tied, true)) : Optional.empty(),
        List.of());
  }
}
