package attentionscope.nn;

/**
 * Choices of a layer in which later models differ from the paper.
 *
 * @param norm how a token's features are normalized
 * @param scaled whether scores are divided by √d_k
 * @param gated whether the feed-forward's hidden layer is multiplied by a gate (Shazeer 2020)
 * @param feedForwardBias whether the feed-forward's projections have biases
 */
public record LayerStyle(NormKind norm, boolean scaled, boolean gated, boolean feedForwardBias) {

  /** As in Vaswani et al. 2017. */
  public static final LayerStyle PAPER = new LayerStyle(NormKind.LAYER, true, false, true);

  /** As in T5 1.1 (Raffel et al. 2020; Shazeer 2020); its first version has no gate. */
  public static final LayerStyle T5 = new LayerStyle(NormKind.ROOT_MEAN_SQUARE, false, true, false);

  /** How a token's features are normalized. */
  public enum NormKind {
    /** Less their mean, by their deviation, with gain and bias. */
    LAYER,
    /** By their root mean square, with a gain. */
    ROOT_MEAN_SQUARE
  }
}
