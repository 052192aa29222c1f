package attentionscope.figure.matrix;

/** How the size of a number becomes a place on a ramp. */
public enum Curve {
  /** In proportion. */
  LINEAR {
    @Override
    double of(double share) {
      return share;
    }
  },
  /** Gamma ½: small numbers stand out more. */
  GAMMA {
    @Override
    double of(double share) {
      return Math.sqrt(share);
    }
  },
  /** Four powers of ten below the largest, evenly; what is smaller counts as nothing. */
  LOG {
    @Override
    double of(double share) {
      return share <= 0 ? 0 : Math.max(0, 1 + Math.log10(share) / DECADES);
    }
  };

  private static final double DECADES = 4;

  /**
   * @param share of the largest, 0 to 1
   */
  abstract double of(double share);
}
