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
import attentionscope.tensor.Axis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** OPT (Zhang et al. 2022): positions begin with 2 and count what is no padding. */
final class Opt implements Family {

  private static final int FIRST_POSITION = 2;
  private static final float EPSILON = 1e-5f;

  @Override
  public List<String> types() {
    return List.of("opt");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    settings.only("layer_norm_elementwise_affine", true);
    boolean predicts = opening.predicts(List.of("OPTModel"), List.of("OPTForCausalLM"), true);
    int vocabulary = settings.size(50272, "vocab_size");
    int width = settings.size(768, "hidden_size");
    int narrow = settings.size(width, "word_embed_proj_dim");
    int layers = settings.count(12, "num_hidden_layers");
    int heads = settings.count(12, "num_attention_heads");
    int dK = opening.share(width, heads, "hidden_size", "num_attention_heads");
    int inner = settings.size(3072, "ffn_dim");
    int longest = settings.size(2048, "max_position_embeddings") + FIRST_POSITION;
    boolean bias = settings.flag(true, "enable_bias");
    boolean normFirst = settings.flag(true, "do_layer_norm_before");
    boolean lastNorm = normFirst && !settings.flag(false, "_remove_final_layer_norm");
    boolean tied = settings.flag(true, "tie_word_embeddings");
    Norm norm = new Norm(LayerStyle.NormKind.LAYER, EPSILON);
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                Heads.of(heads, dK, dK),
                Optional.of(Axis.features(width)),
                Biases.all(bias),
                Optional.of(Scale.byRootOfKeyWidth(dK)),
                new PositionalEncoding.None()),
            new FeedForward(inner, opening.activation("relu", "activation_function"), bias, false),
            norm,
            Residuals.of(normFirst));

    WeightMap weights =
        opening.weights().under("embed_tokens.weight", "model.decoder.", "decoder.");
    weights.table(Decoder.TABLE, "embed_tokens.weight", vocabulary, narrow);
    weights.table("source.position.weight", "embed_positions.weight", longest, width);
    List<Entrance.Step> steps = new ArrayList<>();
    if (narrow != width) {
      weights.linear("source.projected", "project_in", narrow, width, false);
      weights.linear("decoder.projected", "project_out", width, narrow, false);
      steps.add(new Entrance.Projected(width, false));
    }
    steps.add(new Entrance.Positioned(new PositionalEncoding.Learned(longest, FIRST_POSITION)));
    for (int layer = 0; layer < layers; layer++) {
      layer(weights, layer, width, inner, bias);
    }
    if (lastNorm) {
      weights.norm("decoder.norm", "final_layer_norm", width);
    }
    if (predicts && !tied) {
      opening.weights().linear("logits", "lm_head", narrow, vocabulary, false);
    }
    Embedding words = Decoder.words(vocabulary, narrow);
    Stack stack =
        new Stack(
            Collections.nCopies(layers, plan),
            IntStream.range(0, layers).boxed().toList(),
            lastNorm ? Optional.of(norm) : Optional.empty(),
            narrow == width ? Optional.empty() : Optional.of(narrow));
    return opening.model(
        Decoder.body(
            new Entrance(words, steps), new Placing.Unpadded(FIRST_POSITION), false, stack),
        predicts ? Optional.of(Decoder.head(words, tied, false)) : Optional.empty(),
        List.of());
  }

  private static void layer(WeightMap weights, int layer, int width, int inner, boolean bias) {
    String from = "layers." + layer + ".";
    String to = "decoder." + layer + ".";
    for (String one : List.of("q", "k", "v")) {
      weights.linear(to + "self." + one, from + "self_attn." + one + "_proj", width, width, bias);
    }
    weights.linear(to + "self.output", from + "self_attn.out_proj", width, width, bias);
    weights.norm(to + "self.norm", from + "self_attn_layer_norm", width);
    weights.linear(to + "feedforward.hidden", from + "fc1", width, inner, bias);
    weights.linear(to + "feedforward.output", from + "fc2", inner, width, bias);
    weights.norm(to + "feedforward.norm", from + "final_layer_norm", width);
  }
}
