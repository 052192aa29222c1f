package attentionscope.nn;

/** How a layer's two sublayers stand to the sum that passes by them. */
public enum Residuals {
  /** LayerNorm(x + Sublayer(x)) (Vaswani et al. 2017). */
  NORM_LAST,
  /** x + Sublayer(LayerNorm(x)) (Xiong et al. 2020). */
  NORM_FIRST,
  /** LayerNorm(x) + Sublayer(LayerNorm(x)), an old choice of BLOOM. */
  NORM_KEPT,
  /** x + Attention(Norm₁(x)) + FeedForward(Norm₂(x)), as in GPT-NeoX (Black et al. 2022). */
  PARALLEL,
  /** x + Attention(Norm(x)) + FeedForward(Norm(x)), one norm for both, as in GPT-J. */
  PARALLEL_ONE_NORM;

  /** Of those in which one sublayer follows the other. */
  public static Residuals of(boolean normFirst) {
    return normFirst ? NORM_FIRST : NORM_LAST;
  }
}
