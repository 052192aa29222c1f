package attentionscope.figure.matrix;

import attentionscope.figure.Ramp;

/**
 * How matrices are drawn, whatever they hold.
 *
 * @param weights the ramp of attention weights; signed numbers always diverge about zero
 * @param curve how sizes become colours
 * @param transposed whether rows and columns change places, axes with them
 * @param oneScale whether all heads of an attention share a scale; else each has its own
 * @param signs whether negative cells without a number carry a mark
 * @param reduction what stands for many cells where there are more cells than pixels
 */
public record MatrixLook(
    Ramp weights,
    Curve curve,
    boolean transposed,
    boolean oneScale,
    boolean signs,
    Reduction reduction) {

  /** As it is before anybody chooses. */
  public static final MatrixLook PLAIN =
      new MatrixLook(Ramp.BLUE, Curve.LINEAR, false, true, true, Reduction.MAX);

  /** What stands for many cells. */
  public enum Reduction {
    /** The one furthest from zero. */
    MAX,
    MEAN
  }

  public MatrixLook withWeights(Ramp other) {
    return new MatrixLook(other, curve, transposed, oneScale, signs, reduction);
  }

  public MatrixLook withCurve(Curve other) {
    return new MatrixLook(weights, other, transposed, oneScale, signs, reduction);
  }

  public MatrixLook withTransposed(boolean on) {
    return new MatrixLook(weights, curve, on, oneScale, signs, reduction);
  }

  public MatrixLook withOneScale(boolean on) {
    return new MatrixLook(weights, curve, transposed, on, signs, reduction);
  }

  public MatrixLook withSigns(boolean on) {
    return new MatrixLook(weights, curve, transposed, oneScale, on, reduction);
  }

  public MatrixLook withReduction(Reduction other) {
    return new MatrixLook(weights, curve, transposed, oneScale, signs, other);
  }
}
