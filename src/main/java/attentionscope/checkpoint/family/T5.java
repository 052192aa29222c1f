package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Body;
import attentionscope.model.Head;
import attentionscope.model.Model;
import attentionscope.model.OutputLayer;
import attentionscope.model.Placing;
import attentionscope.model.Reader;
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
import attentionscope.trace.TensorId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * T5 in its first version and 1.1 (Raffel et al. 2020), and mT5: distances in buckets, scores that
 * are not scaled, no biases.
 */
final class T5 implements Family {

  private static final String SHARED = "embedding.weight";

  @Override
  public List<String> types() {
    return List.of("t5", "mt5");
  }

  @Override
  public Model open(Opening opening) throws Problem {
    Settings settings = opening.settings();
    boolean predicts =
        opening.predicts(
            List.of("T5Model", "T5EncoderModel", "MT5Model", "MT5EncoderModel"),
            List.of(
                "T5ForConditionalGeneration", "T5WithLMHeadModel", "MT5ForConditionalGeneration"),
            true);
    boolean alone =
        opening.isOf(
            "T5EncoderModel",
            "MT5EncoderModel",
            "T5ForTokenClassification",
            "MT5ForTokenClassification");
    boolean multilingual = settings.text("", "model_type").equals("mt5");
    boolean tied = settings.flag(!multilingual, "tie_word_embeddings");
    int vocabulary = settings.size(multilingual ? 250112 : 32128, "vocab_size");
    int width = settings.size(512, "d_model", "hidden_size");
    int layers = settings.count(multilingual ? 8 : 6, "num_layers", "num_hidden_layers");
    WeightMap weights =
        opening.weights().under("encoder.final_layer_norm.weight", "", "transformer.");
    String table =
        Stream.of("shared.weight", "encoder.embed_tokens.weight", "decoder.embed_tokens.weight")
            .filter(weights::has)
            .findFirst()
            .orElse("shared.weight");
    weights.table(alone ? Decoder.TABLE : SHARED, table, vocabulary, width);
    Embedding words =
        new Embedding(TensorId.of(alone ? Decoder.TABLE : SHARED), vocabulary, width, false);
    Reader encoder = reader(opening, weights, "encoder", layers, words);
    if (alone) {
      return opening.model(new Body.OneStack(encoder), Optional.empty(), List.of());
    }
    int decoderLayers = settings.count(layers, "num_decoder_layers");
    Reader decoder = reader(opening, weights, "decoder", decoderLayers, words);
    if (predicts && !tied) {
      weights.linear("logits", "lm_head", width, vocabulary, false);
    }
    Scale narrowing = Scale.by("1/√d_model", (float) (1 / Math.sqrt(width)));
    Head head =
        new Head(
            Optional.empty(),
            tied ? Optional.of(narrowing) : Optional.empty(),
            new OutputLayer(
                vocabulary, List.of(), tied ? Optional.of(words) : Optional.empty(), false));
    return opening.model(
        new Body.TwoStacks(encoder, decoder),
        predicts ? Optional.of(head) : Optional.empty(),
        List.of());
  }

  private static Reader reader(
      Opening opening, WeightMap weights, String side, int layers, Embedding words) throws Problem {
    Settings settings = opening.settings();
    boolean decodes = side.equals("decoder");
    int width = words.width();
    boolean multilingual = settings.text("", "model_type").equals("mt5");
    int heads = settings.count(multilingual ? 6 : 8, "num_heads", "num_attention_heads");
    int dK = settings.size(64, "d_kv");
    int inner = settings.size(multilingual ? 1024 : 2048, "d_ff");
    int buckets = settings.size(32, "relative_attention_num_buckets");
    int farthest = settings.size(128, "relative_attention_max_distance");
    if (buckets < 4 || farthest <= buckets / 2) {
      throw settings.fault("relative_attention_max_distance", farthest, "> " + buckets / 2);
    }
    String way = settings.text(multilingual ? "gated-gelu" : "relu", "feed_forward_proj");
    boolean gated = settings.flag(way.startsWith("gated-"), "is_gated_act");
    String usual = way.equals("gated-gelu") ? "gelu_new" : way.replaceFirst("^gated-", "");
    Norm norm =
        new Norm(LayerStyle.NormKind.ROOT_MEAN_SQUARE, opening.epsilon(1e-6, "layer_norm_epsilon"));
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                Heads.of(heads, dK, dK),
                Optional.of(Axis.features(width)),
                Biases.all(false),
                Optional.empty(),
                new PositionalEncoding.RelativeBuckets(buckets, farthest, !decodes)),
            new FeedForward(inner, opening.activation(usual, "dense_act_fn"), false, gated),
            norm,
            Residuals.NORM_FIRST);
    for (int layer = 0; layer < layers; layer++) {
      String from = side + ".block." + layer + ".layer.";
      String to = side + "." + layer + ".";
      attention(weights, to + "self", from + "0.", "SelfAttention", width, heads * dK);
      if (decodes) {
        attention(weights, to + "cross", from + "1.", "EncDecAttention", width, heads * dK);
      }
      String last = from + (decodes ? 2 : 1) + ".";
      feedForward(weights, to + "feedforward", last, width, inner, gated);
    }
    weights.table(
        side + ".self.bias.weight",
        side + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight",
        buckets,
        heads);
    weights.gain(side + ".norm", side + ".final_layer_norm", width);
    return new Reader(
        TensorId.of(decodes ? "target" : "source"),
        TensorId.of(side),
        new Entrance(words, List.of()),
        Placing.COUNTED,
        false,
        true,
        decodes ? Reader.Sees.BEFORE : Reader.Sees.ALL,
        Stack.of(Collections.nCopies(layers, plan), Optional.of(norm)));
  }

  private static void attention(
      WeightMap weights, String id, String from, String name, int width, int inner) {
    for (String one : List.of("q", "k", "v")) {
      weights.linear(id + "." + one, from + name + "." + one, width, inner, false);
    }
    weights.linear(id + ".output", from + name + ".o", inner, width, false);
    weights.gain(id + ".norm", from + "layer_norm", width);
  }

  private static void feedForward(
      WeightMap weights, String id, String from, int width, int inner, boolean gated) {
    String name = from + "DenseReluDense.";
    if (gated) {
      weights.linear(id + ".gate", name + "wi_0", width, inner, false);
    }
    weights.linear(id + ".hidden", name + (gated ? "wi_1" : "wi"), width, inner, false);
    weights.linear(id + ".output", name + "wo", inner, width, false);
    weights.gain(id + ".norm", from + "layer_norm", width);
  }
}
