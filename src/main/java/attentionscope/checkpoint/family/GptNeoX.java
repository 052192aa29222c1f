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

/** GPT-NeoX and Pythia (Black et al. 2022): partly rotary, both sublayers side by side. */
final class GptNeoX implements Family {

  @Override
  public List<String> types() {
    return List.of("gpt_neox");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    boolean predicts =
        opening.predicts(List.of("GPTNeoXModel"), List.of("GPTNeoXForCausalLM"), true);
    int vocabulary = settings.size(50432, "vocab_size");
    int width = settings.size(6144, "hidden_size");
    int layers = settings.count(44, "num_hidden_layers");
    int heads = settings.count(64, "num_attention_heads");
    int dK = opening.share(width, heads, "hidden_size", "num_attention_heads");
    int inner = settings.size(24576, "intermediate_size");
    boolean bias = settings.flag(true, "attention_bias");
    boolean parallel = settings.flag(true, "use_parallel_residual");
    boolean tied = settings.flag(false, "tie_word_embeddings");
    Norm norm = new Norm(LayerStyle.NormKind.LAYER, opening.epsilon(1e-5, "layer_norm_eps"));
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                Heads.of(heads, dK, dK),
                Optional.of(Axis.features(width)),
                Biases.all(bias),
                Optional.of(Scale.byRootOfKeyWidth(dK)),
                new PositionalEncoding.Rotary(turning(settings, dK), Scaling.longest(settings))),
            new FeedForward(inner, opening.activation("gelu", "hidden_act"), true, false),
            norm,
            parallel ? Residuals.PARALLEL : Residuals.NORM_FIRST);

    WeightMap weights = opening.weights().under("embed_in.weight", "gpt_neox.");
    weights.table(Decoder.TABLE, "embed_in.weight", vocabulary, width);
    for (int layer = 0; layer < layers; layer++) {
      String from = "layers." + layer + ".";
      String to = "decoder." + layer + ".";
      List<String> asking = List.of(to + "self.q", to + "self.k", to + "self.v");
      String fused = from + "attention.query_key_value";
      weights.norm(to + "self.norm", from + "input_layernorm", width);
      weights.fused(asking, fused, width, width, heads, true, bias);
      weights.linear(to + "self.output", from + "attention.dense", width, width, bias);
      weights.norm(to + "feedforward.norm", from + "post_attention_layernorm", width);
      weights.linear(to + "feedforward.hidden", from + "mlp.dense_h_to_4h", width, inner, true);
      weights.linear(to + "feedforward.output", from + "mlp.dense_4h_to_h", inner, width, true);
    }
    weights.norm("decoder.norm", "final_layer_norm", width);
    if (predicts && !tied) {
      opening.weights().linear("logits", "embed_out", width, vocabulary, false);
    }
    Embedding words = Decoder.words(vocabulary, width);
    Stack stack = Stack.of(Collections.nCopies(layers, plan), Optional.of(norm));
    return opening.model(
        Decoder.body(new Entrance(words, List.of()), Placing.COUNTED, true, stack),
        predicts ? Optional.of(Decoder.head(words, tied, false)) : Optional.empty(),
        List.of());
  }

  private static Turning turning(Settings settings, int dK) throws Problem {
    double usual =
        Scaling.parameters(settings).orElse(settings).number(0.25, "partial_rotary_factor");
    double share = settings.number(usual, "rotary_pct");
    int turned = (int) (dK * share);
    if (turned % 2 != 0 || turned < 2 || turned > dK) {
      throw settings.fault("rotary_pct", share, "2, 4, … %d / %d".formatted(dK, dK));
    }
    if (Scaling.strength(settings) != 1) {
      throw settings.unsupported("rope_scaling.type", "yarn", "linear, llama3, dynamic, null");
    }
    return Scaling.turning(settings, turned, "rotary_emb_base", "rope_theta");
  }
}
