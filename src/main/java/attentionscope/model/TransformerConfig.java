package attentionscope.model;

import attentionscope.nn.LayerPlan;
import attentionscope.nn.LayerStyle;
import attentionscope.nn.MultiHeadAttention;
import attentionscope.nn.PositionalEncoding;
import attentionscope.nn.Stack;
import attentionscope.op.Activation;
import attentionscope.op.Sinusoid;
import attentionscope.tensor.Axis;
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

  Stack encoder() {
    return new Stack(encoderLayers, plan(positions), lastNorm);
  }

  /** A decoder never looks ahead, so its buckets of distances need one way only. */
  Stack decoder() {
    PositionalEncoding behind =
        positions instanceof PositionalEncoding.RelativeBuckets both
            ? new PositionalEncoding.RelativeBuckets(both.buckets(), both.farthest(), false)
            : positions;
    return new Stack(decoderLayers, plan(behind), lastNorm);
  }

  private LayerPlan plan(PositionalEncoding encoding) {
    Optional<Axis> output = Optional.of(Axis.features(dModel));
    MultiHeadAttention attention =
        new MultiHeadAttention(heads, dK, dV, output, bias, style.scaled(), encoding);
    return new LayerPlan(attention, dFf, activation, normFirst, epsilon, style);
  }
}
