package attentionscope.model;

import attentionscope.nn.Embedding;
import attentionscope.nn.Entrance;
import attentionscope.nn.FeedForward;
import attentionscope.nn.LayerPlan;
import attentionscope.nn.LayerStyle;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.Norm;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.Residuals;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
import attentionscope.op.Sinusoid;
import attentionscope.tensor.Axis;
import attentionscope.trace.TensorId;
import java.util.List;
import java.util.Optional;

/**
 * The sizes and choices of an encoder-decoder Transformer.
 *
 * @param encoderLayers N
 * @param decoderLayers N
 * @param dModel width of a token's vector
 * @param heads h
 * @param dK width of a head's queries and keys; the paper has d_model / h, any is allowed
 * @param dV width of a head's values
 * @param dFf width of the feed-forward's hidden layer
 * @param activation of the feed-forward
 * @param normFirst x + Sublayer(LayerNorm(x)) instead of LayerNorm(x + Sublayer(x))
 * @param lastNorm whether each stack ends in one more norm
 * @param epsilon of the norms
 * @param bias whether the attention's projections have biases
 * @param positions how positions are told apart, in both stacks
 * @param sourceVocabulary how many tokens the source has
 * @param targetVocabulary how many tokens the target has
 * @param sharedEmbedding whether both sides share one table
 * @param tiedOutput whether the output projection is the target's table, transposed
 * @param scaledEmbedding whether embeddings are multiplied by √d_model
 * @param outputBias whether logits have a bias
 * @param style of the layers
 */
public record TransformerConfig(
    int encoderLayers,
    int decoderLayers,
    int dModel,
    int heads,
    int dK,
    int dV,
    int dFf,
    Activation activation,
    boolean normFirst,
    boolean lastNorm,
    float epsilon,
    boolean bias,
    PositionalEncoding positions,
    int sourceVocabulary,
    int targetVocabulary,
    boolean sharedEmbedding,
    boolean tiedOutput,
    boolean scaledEmbedding,
    boolean outputBias,
    LayerStyle style) {

  /** Layers of the paper's style. */
  public TransformerConfig(
      int encoderLayers,
      int decoderLayers,
      int dModel,
      int heads,
      int dK,
      int dV,
      int dFf,
      Activation activation,
      boolean normFirst,
      boolean lastNorm,
      float epsilon,
      boolean bias,
      PositionalEncoding positions,
      int sourceVocabulary,
      int targetVocabulary,
      boolean sharedEmbedding,
      boolean tiedOutput,
      boolean scaledEmbedding,
      boolean outputBias) {
    this(
        encoderLayers,
        decoderLayers,
        dModel,
        heads,
        dK,
        dV,
        dFf,
        activation,
        normFirst,
        lastNorm,
        epsilon,
        bias,
        positions,
        sourceVocabulary,
        targetVocabulary,
        sharedEmbedding,
        tiedOutput,
        scaledEmbedding,
        outputBias,
        LayerStyle.PAPER);
  }

  private static final TensorId SOURCE = TensorId.of("source");
  private static final TensorId TARGET = TensorId.of("target");
  private static final TensorId SHARED = TensorId.of("embedding.weight");

  /** The epsilon of layer normalization where nothing else is said. */
  public static final float EPSILON = 1e-5f;

  /** The base of sine and cosine positions (Vaswani et al. 2017, section 3.5). */
  public static final double BASE = 10000;

  /** The base model of the paper (table 3): 6 + 6 layers, 512, 8 heads, 2048. */
  public static TransformerConfig paperBase(int vocabulary) {
    return new TransformerConfig(
        6,
        6,
        512,
        8,
        64,
        64,
        2048,
        Activation.RELU,
        false,
        false,
        EPSILON,
        true,
        new PositionalEncoding.Sinusoidal(Sinusoid.Layout.INTERLEAVED, BASE),
        vocabulary,
        vocabulary,
        true,
        true,
        true,
        false);
  }

  private Stack encoder() {
    return new Stack(encoderLayers, plan(positions), lastNorm);
  }

  /** A decoder never looks ahead, so its buckets of distances need one way only. */
  private Stack decoder() {
    PositionalEncoding behind =
        positions instanceof PositionalEncoding.RelativeBuckets both
            ? new PositionalEncoding.RelativeBuckets(both.buckets(), both.farthest(), false)
            : positions;
    return new Stack(decoderLayers, plan(behind), lastNorm);
  }

  private LayerPlan plan(PositionalEncoding encoding) {
    Optional<Axis> output = Optional.of(Axis.features(dModel));
    return new LayerPlan(
        new MultiHeadAttention(heads, dK, dV, output, bias, style.scaled(), encoding),
        new FeedForward(dFf, activation, style.feedForwardBias(), style.gated()),
        new Norm(style.norm(), epsilon),
        Residuals.of(normFirst));
  }

  /** The body of a model of one stack: the decoder's where the future is masked. */
  Body.OneStack oneStack(boolean lookAhead) {
    return new Body.OneStack(
        lookAhead
            ? reader(SOURCE, alone(), "decoder", new Placing.BehindPadding(), decoder())
            : reader(SOURCE, alone(), "encoder", Placing.COUNTED, encoder()));
  }

  /** The body of a model of both stacks. */
  Body.TwoStacks twoStacks() {
    return new Body.TwoStacks(
        reader(SOURCE, embedding(SOURCE, sourceVocabulary), "encoder", Placing.COUNTED, encoder()),
        reader(TARGET, target(), "decoder", Placing.COUNTED, decoder()));
  }

  private Reader reader(
      TensorId side, Embedding embedding, String stack, Placing placing, Stack layers) {
    return new Reader(
        side,
        TensorId.of(stack),
        new Entrance(embedding, positions),
        placing,
        false,
        positions.isSteady(),
        stack.equals("decoder") ? Reader.Sees.BEFORE : Reader.Sees.ALL,
        layers);
  }

  /** Of a model of one stack, which shares with nobody. */
  private Embedding alone() {
    TensorId table = SOURCE.child("embedding.weight");
    return new Embedding(table, sourceVocabulary, dModel, scaledEmbedding);
  }

  private Embedding target() {
    return embedding(TARGET, targetVocabulary);
  }

  private Embedding embedding(TensorId side, int vocabulary) {
    TensorId table = sharedEmbedding ? SHARED : side.child("embedding.weight");
    return new Embedding(table, vocabulary, dModel, scaledEmbedding);
  }

  OutputLayer outputOfOne(List<String> words) {
    return output(words, alone());
  }

  OutputLayer outputOfTwo(List<String> words) {
    return output(words, target());
  }

  private OutputLayer output(List<String> words, Embedding embedding) {
    return new OutputLayer(
        targetVocabulary,
        words,
        tiedOutput ? Optional.of(embedding) : Optional.empty(),
        outputBias);
  }
}
