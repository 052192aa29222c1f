package attentionscope.figure.plane;

/** Round numbers to count in: 1, 2, 5, 10, 20, 50, … and 0.5, 0.2, 0.1, … */
final class Steps {

  private Steps() {}

  /**
   * The smallest of them that is no less.
   *
   * @param least more than 0
   */
  static double atLeast(double least) {
    double ten = Math.pow(10, Math.floor(Math.log10(least)));
    double share = least / ten;
    double slack = 1 + 1e-9;
    return ten * (share <= slack ? 1 : share <= 2 * slack ? 2 : share <= 5 * slack ? 5 : 10);
  }
}
