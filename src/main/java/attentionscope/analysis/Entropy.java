package attentionscope.analysis;

import attentionscope.trace.Node;

/**
 * How widely weights are spread, in bits (Shannon 1948): 0 where one has everything, log₂ n where n
 * have alike. Two to this power is how many would be as spread if they had alike.
 */
public final class Entropy {

  private static final double LN_2 = StrictMath.log(2);

  private Entropy() {}

  /**
   * −Σ p log₂ p, from left to right in 64 bits; a share of 0 adds nothing.
   *
   * @param shares that sum to one
   * @return NaN where a share is NaN
   */
  public static double bits(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum -= share == 0 ? 0 : share * StrictMath.log(share);
    }
    // a share that rounding made larger than one must not make the whole negative
    return sum < 0 ? 0 : sum / LN_2;
  }

  /** The entropy of a row of weights. */
  public static double ofRow(Node weights, int row) {
    double[] shares = new double[weights.value().numCols];
    for (int column = 0; column < shares.length; column++) {
      shares[column] = weights.at(row, column);
    }
    return bits(shares);
  }
}
