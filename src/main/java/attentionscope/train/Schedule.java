package attentionscope.train;

/** The learning rate of each step. */
public sealed interface Schedule {

  /**
   * @param step counted from 1
   */
  double rate(int step);

  /** Always the same. */
  record Constant(double rate) implements Schedule {
    @Override
    public double rate(int step) {
      return rate;
    }
  }

  /**
   * Up in a straight line, then down with the root of the steps (Vaswani et al. 2017, equation 3):
   * factor · d_model^−0.5 · min(step^−0.5, step · warmup^−1.5).
   *
   * @param factor 1 in the paper
   * @param dModel width of the model
   * @param warmup steps on the way up, 4000 in the paper
   */
  record WarmUp(double factor, int dModel, int warmup) implements Schedule {
    @Override
    public double rate(int step) {
      return factor
          * StrictMath.pow(dModel, -0.5)
          * Math.min(StrictMath.pow(step, -0.5), step * StrictMath.pow(warmup, -1.5));
    }
  }

  /**
   * Up in a straight line, then half a cosine down to zero (Loshchilov and Hutter 2017).
   *
   * @param peak the largest rate
   * @param warmup steps on the way up
   * @param steps after which it is zero
   */
  record Cosine(double peak, int warmup, int steps) implements Schedule {
    @Override
    public double rate(int step) {
      if (step < warmup) {
        return peak * step / warmup;
      }
      double way = Math.min(1, (double) (step - warmup) / Math.max(1, steps - warmup));
      return peak * (1 + StrictMath.cos(Math.PI * way)) / 2;
    }
  }
}
