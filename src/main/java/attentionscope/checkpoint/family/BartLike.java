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
import attentionscope.op.Activation;
import attentionscope.op.Scale;
import attentionscope.tensor.Axis;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An encoder-decoder that names its arrays as BART does.
 *
 * @param opening of the checkpoint
 * @param weights under the prefix
 * @param style in which it differs from the others
 * @param width d_model
 * @param vocabulary how many tokens are read
 * @param targetVocabulary how many are written
 * @param activation of the feed-forwards
 * @param scaled whether embeddings are multiplied by √d_model
 * @param epsilon of the norms
 */
record BartLike(
    Opening opening,
    WeightMap weights,
    Style style,
    int width,
    int vocabulary,
    int targetVocabulary,
    Activation activation,
    boolean scaled,
    float epsilon) {

  private static final String SHARED = "embedding.weight";

  /**
   * In what these families differ.
   *
   * @param normFirst whether norms stand before sublayers, and one after each stack
   * @param normedEmbedding whether what the first layer reads is normalized
   * @param positions of a side, {@code encoder} or {@code decoder}
   * @param placing how positions are counted
   */
  record Style(
      boolean normFirst,
      boolean normedEmbedding,
      Function<String, PositionalEncoding> positions,
      Placing placing) {}

  static BartLike of(
      Opening opening, Style style, int vocabulary, String activation, boolean scaled)
      throws Problem {
    Settings settings = opening.settings();
    int read = settings.size(vocabulary, "vocab_size");
    boolean shared = settings.flag(true, "share_encoder_decoder_embeddings");
    return new BartLike(
        opening,
        opening.weights().under("encoder.layers.0.fc1.weight", "model."),
        style,
        settings.size(1024, "d_model", "hidden_size"),
        read,
        shared ? read : settings.size(read, "decoder_vocab_size"),
        opening.activation(activation, "activation_function"),
        settings.flag(scaled, "scale_embedding"),
        opening.epsilon(1e-5, "layer_norm_eps", "layer_norm_epsilon"));
  }

  /** A side as our ids name what stands before its stack. */
  private static String before(String side) {
    return side.equals("encoder") ? "source" : "target";
  }

  /** Writes down a side's table of positions. */
  void positions(String side, int longest) {
    weights.table(
        before(side) + ".position.weight", side + ".embed_positions.weight", longest, width);
  }

  Model open(boolean predicts) throws Problem {
    Settings settings = opening.settings();
    boolean shared = settings.flag(true, "share_encoder_decoder_embeddings");
    boolean tied = settings.flag(true, "tie_word_embeddings");
    Embedding source = words("encoder", shared, vocabulary);
    Embedding target = words("decoder", shared, targetVocabulary);
    Body.TwoStacks body = new Body.TwoStacks(reader("encoder", source), reader("decoder", target));
    if (!predicts) {
      return opening.model(body, Optional.empty(), List.of());
    }
    WeightMap plain = opening.weights();
    boolean bias = settings.flag(false, "lm_head_bias");
    boolean late = plain.has("final_logits_bias");
    if (bias && late) {
      throw settings.unsupported("lm_head_bias", "final_logits_bias", "lm_head.bias");
    }
    if (bias || late) {
      plain.row("logits.bias", bias ? "lm_head.bias" : "final_logits_bias", targetVocabulary);
    }
    if (!tied) {
      plain.linear("logits", "lm_head", width, targetVocabulary, false);
    }
    OutputLayer output =
        new OutputLayer(
            targetVocabulary,
            List.of(),
            tied ? Optional.of(target) : Optional.empty(),
            bias || late);
    return opening.model(body, Optional.of(new Head(output)), List.of());
  }

  /** A side's table, which is one for both where they share it, whichever name it is kept by. */
  private Embedding words(String side, boolean shared, int size) {
    String own = side + ".embed_tokens.weight";
    String id = shared ? SHARED : before(side) + ".embedding.weight";
    String name =
        shared
            ? Stream.of("shared.weight", "encoder.embed_tokens.weight", own)
                .filter(weights::has)
                .findFirst()
                .orElse("shared.weight")
            : own;
    weights.table(id, name, size, width);
    return new Embedding(TensorId.of(id), size, width, scaled);
  }

  private Reader reader(String side, Embedding words) throws Problem {
    Settings settings = opening.settings();
    int layers = settings.count(12, side + "_layers");
    int heads = settings.count(16, side + "_attention_heads");
    int inner = settings.size(4096, side + "_ffn_dim");
    int dK = opening.share(width, heads, "d_model", side + "_attention_heads");
    Norm norm = new Norm(LayerStyle.NormKind.LAYER, epsilon);
    LayerPlan plan =
        new LayerPlan(
            new MultiHeadAttention(
                Heads.of(heads, dK, dK),
                Optional.of(Axis.features(width)),
                Biases.all(true),
                Optional.of(Scale.byRootOfKeyWidth(dK)),
                new PositionalEncoding.None()),
            new FeedForward(inner, activation, true, false),
            norm,
            Residuals.of(style.normFirst));
    List<Entrance.Step> steps = new ArrayList<>();
    steps.add(new Entrance.Positioned(style.positions.apply(side)));
    if (style.normedEmbedding) {
      weights.norm(before(side) + ".norm", side + ".layernorm_embedding", width);
      steps.add(new Entrance.Normed(norm));
    }
    for (int layer = 0; layer < layers; layer++) {
      layer(side, layer, inner);
    }
    if (style.normFirst) {
      weights.norm(side + ".norm", side + ".layer_norm", width);
    }
    return new Reader(
        TensorId.of(before(side)),
        TensorId.of(side),
        new Entrance(words, steps),
        style.placing,
        false,
        true,
        side.equals("decoder") ? Reader.Sees.BEFORE : Reader.Sees.ALL,
        Stack.of(
            Collections.nCopies(layers, plan),
            style.normFirst ? Optional.of(norm) : Optional.empty()));
  }

  private void layer(String side, int layer, int inner) {
    String from = side + ".layers." + layer + ".";
    String to = side + "." + layer + ".";
    attention(to + "self", from + "self_attn");
    if (side.equals("decoder")) {
      attention(to + "cross", from + "encoder_attn");
    }
    weights.linear(to + "feedforward.hidden", from + "fc1", width, inner, true);
    weights.linear(to + "feedforward.output", from + "fc2", inner, width, true);
    weights.norm(to + "feedforward.norm", from + "final_layer_norm", width);
  }

  private void attention(String id, String name) {
    for (String one : List.of("q", "k", "v")) {
      weights.linear(id + "." + one, name + "." + one + "_proj", width, width, true);
    }
    weights.linear(id + ".output", name + ".out_proj", width, width, true);
    weights.norm(id + ".norm", name + "_layer_norm", width);
  }
}
