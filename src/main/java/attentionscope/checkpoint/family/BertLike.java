package attentionscope.checkpoint.family;

import attentionscope.files.Problem;
import attentionscope.model.Body;
import attentionscope.model.Head;
import attentionscope.model.OutputLayer;
import attentionscope.model.Placing;
import attentionscope.model.Reader;
import attentionscope.model.Tail;
import attentionscope.nn.Embedding;
import attentionscope.nn.Entrance;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.LayerStyle;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Norm;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
import attentionscope.tensor.Axis;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What BERT and its relatives have in common: words, segments and positions are added and
 * normalized, and layers of the paper's kind follow.
 *
 * @param vocabulary how many tokens
 * @param longest how many positions have a row
 * @param kinds how many segments have a row; none: there are none
 * @param embedding width of those rows
 * @param width d_model
 * @param layers how many
 * @param heads of each
 * @param inner d_ff
 * @param activation of the feed-forwards
 * @param epsilon of the norms
 * @param lookAhead whether the future is masked ({@code is_decoder})
 */
record BertLike(
    int vocabulary,
    int longest,
    int kinds,
    int embedding,
    int width,
    int layers,
    int heads,
    int inner,
    Activation activation,
    float epsilon,
    boolean lookAhead) {

  /** The sizes of BERT (base) where the settings do not say, and these of embeddings. */
  static BertLike of(Opening opening, Usual usual) throws Problem {
    Settings settings = opening.settings();
    int width = settings.size(usual.width, "hidden_size");
    return new BertLike(
        settings.size(usual.vocabulary, "vocab_size"),
        settings.size(512, "max_position_embeddings"),
        settings.size(2, "type_vocab_size"),
        usual.embedding == 0 ? width : settings.size(usual.embedding, "embedding_size"),
        width,
        settings.count(12, "num_hidden_layers"),
        settings.count(usual.heads, "num_attention_heads"),
        settings.size(usual.inner, "intermediate_size"),
        opening.activation(usual.activation, "hidden_act"),
        opening.epsilon(1e-12, "layer_norm_eps"),
        settings.flag(false, "is_decoder"));
  }

  /**
   * What is meant where the settings do not say.
   *
   * @param embedding 0 where it is the width
   */
  record Usual(int vocabulary, int embedding, int width, int heads, int inner, String activation) {}

  Norm norm() {
    return new Norm(LayerStyle.NormKind.LAYER, epsilon);
  }

  Embedding words() {
    return Decoder.words(vocabulary, embedding);
  }

  /** The stack's id. */
  String stack() {
    return lookAhead ? "decoder" : "encoder";
  }

  /** Writes down tables and their norm, which stand under {@code embeddings}. */
  void embeddings(WeightMap weights) {
    weights.table(Decoder.TABLE, "embeddings.word_embeddings.weight", vocabulary, embedding);
    weights.table(
        "source.position.weight", "embeddings.position_embeddings.weight", longest, embedding);
    if (kinds > 0) {
      weights.table(
          "source.type.weight", "embeddings.token_type_embeddings.weight", kinds, embedding);
    }
    weights.norm("source.norm", "embeddings.LayerNorm", embedding);
  }

  /** Writes down layers as BERT calls them. */
  void layers(WeightMap weights) {
    for (int layer = 0; layer < layers; layer++) {
      String from = "encoder.layer." + layer + ".";
      String to = stack() + "." + layer + ".";
      String own = from + "attention.self.";
      weights.linear(to + "self.q", own + "query", width, width, true);
      weights.linear(to + "self.k", own + "key", width, width, true);
      weights.linear(to + "self.v", own + "value", width, width, true);
      weights.linear(to + "self.output", from + "attention.output.dense", width, width, true);
      weights.norm(to + "self.norm", from + "attention.output.LayerNorm", width);
      weights.linear(to + "feedforward.hidden", from + "intermediate.dense", width, inner, true);
      weights.linear(to + "feedforward.output", from + "output.dense", inner, width, true);
      weights.norm(to + "feedforward.norm", from + "output.LayerNorm", width);
    }
  }

  /** The body; {@code source.projected} where rows of tables have another width. */
  Body body(Opening opening, Placing placing, boolean movable) throws Problem {
    List<Integer> owners = IntStream.range(0, layers).boxed().toList();
    return body(opening, placing, movable, embedding != width, owners);
  }

  /**
   * The same, where layers may share parameters.
   *
   * @param projected whether rows of tables are projected
   * @param owners for each layer the one whose parameters it uses
   */
  Body body(
      Opening opening, Placing placing, boolean movable, boolean projected, List<Integer> owners)
      throws Problem {
    int dK = opening.share(width, heads, "hidden_size", "num_attention_heads");
    MultiHeadAttention attention =
        new MultiHeadAttention(
            heads,
            dK,
            dK,
            Optional.of(Axis.features(width)),
            true,
            true,
            new PositionalEncoding.None());
    LayerPlan plan = new LayerPlan(attention, inner, activation, false, epsilon);
    Stack stack =
        new Stack(Collections.nCopies(layers, plan), owners, Optional.empty(), Optional.empty());
    List<Entrance.Step> steps = new ArrayList<>();
    if (kinds > 0) {
      steps.add(new Entrance.Typed(TensorId.of("source.type.weight"), kinds, true));
    }
    int unused = placing instanceof Placing.OtherThan(int pad, boolean _) ? pad + 1 : 0;
    steps.add(new Entrance.Positioned(new PositionalEncoding.Learned(longest, unused)));
    steps.add(new Entrance.Normed(norm()));
    if (projected) {
      steps.add(new Entrance.Projected(width, true));
    }
    return new Body.OneStack(
        new Reader(
            Decoder.SOURCE,
            TensorId.of(stack()),
            new Entrance(words(), steps),
            placing,
            movable,
            true,
            lookAhead ? Reader.Sees.BEFORE : Reader.Sees.ALL,
            stack));
  }

  /** Writes down what is said of the whole text, where the files have it. */
  List<Tail> pooler(WeightMap weights, String dense) {
    if (!weights.has(dense + ".weight")) {
      return List.of();
    }
    weights.linear("pooler.hidden", dense, width, width, true);
    return List.of(new Tail.Pooler());
  }

  /**
   * The head that predicts masked words.
   *
   * @param bent after its projection
   * @param tied whether the output layer is the table
   */
  Head head(Activation bent, boolean tied) {
    return new Head(
        Optional.of(new Head.Transform(embedding, bent, norm())),
        Optional.empty(),
        new OutputLayer(
            vocabulary, List.of(), tied ? Optional.of(words()) : Optional.empty(), true));
  }

  /**
   * Writes down that head.
   *
   * @param weights of names without prefix
   * @param dense the projection
   * @param normed the norm
   * @param decoder the output layer
   * @param bias its bias, which may also stand with the decoder
   */
  void head(
      WeightMap weights, String dense, String normed, String decoder, String bias, boolean tied) {
    weights.linear("head.hidden", dense, width, embedding, true);
    weights.norm("head.norm", normed, embedding);
    if (!tied) {
      weights.linear("logits", decoder, embedding, vocabulary, false);
    }
    boolean alone = weights.has(bias) || !weights.has(decoder + ".bias");
    weights.row("logits.bias", alone ? bias : decoder + ".bias", vocabulary);
  }
}
