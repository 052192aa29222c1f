package attentionscope.tensor;

/**
 * The constants of the polynomials in {@link Functions}, shared by the scalar and the vector form.
 *
 * <p>Each polynomial was fitted to its function (least squares, reweighted until the largest
 * relative error was smallest), its coefficients rounded to 32 bits one after the other, lowest
 * power first, and the rest fitted anew each time. The error given is that of the polynomial alone.
 */
final class Coefficients {

  private Coefficients() {}

  /** log₂ e. */
  static final float LOG2_E = 0x1.715476p0f;

  /** ln 2 as the sum of two floats, of which the first is the nearest to it. */
  static final float LN2_HIGH = 0x1.62e43p-1f;

  static final float LN2_LOW = -0x1.05c61p-29f;

  /** 1.5 · 2²³: adding it to a small number rounds that to an integer, in the lowest bits. */
  static final float ROUNDER = 0x1.8p23f;

  static final int ROUNDER_BITS = 0x4b400000;

  /** Beyond these exp is infinite or zero. */
  static final float EXP_MOST = 89f;

  static final float EXP_LEAST = -104f;

  /** e^r = 1 + r + r² (E2 + E3 r + … + E6 r⁴) for |r| ≤ ½ ln 2; error of e^r − 1: 2^-26.1. */
  static final float E2 = 0x1.fffffep-2f;

  static final float E3 = 0x1.5554b4p-3f;
  static final float E4 = 0x1.5556f2p-5f;
  static final float E5 = 0x1.122560p-7f;
  static final float E6 = 0x1.6b9caap-10f;

  /** tanh x = x + x z (T0 + T1 z + … + T4 z⁴), z = x², for |x| ≤ 0.625; error 2^-27.7. */
  static final float T0 = -0x1.555532p-2f;

  static final float T1 = 0x1.1106fap-3f;
  static final float T2 = -0x1.b8367cp-5f;
  static final float T3 = 0x1.51ffcep-6f;
  static final float T4 = -0x1.753152p-8f;

  /** Up to here tanh is that polynomial. */
  static final float TANH_SMALL = 0.625f;

  /** From here on tanh is 1 in 32 bits. */
  static final float TANH_MOST = 10f;

  /** erf x = 1 - e^-q, q = x + x (L1 + L2 x + … + L9 x⁸) for 0 ≤ x ≤ 4; error of erf 2^-27.3. */
  static final float L1 = 0x1.06eba8p-3f;

  static final float L2 = 0x1.45f2fcp-1f;
  static final float L3 = 0x1.a4fabap-4f;
  static final float L4 = -0x1.39e002p-6f;
  static final float L5 = -0x1.345794p-13f;
  static final float L6 = 0x1.b023c2p-10f;
  static final float L7 = -0x1.44fe76p-11f;
  static final float L8 = 0x1.dadbdap-14f;
  static final float L9 = -0x1.22f54ap-17f;

  /** From here on erf is 1 in 32 bits. */
  static final float ERF_MOST = 4f;

  static final float SQRT_HALF = 0x1.6a09e6p-1f;

  /** √(2/π). */
  static final float SQRT_2_BY_PI = 0x1.988454p-1f;

  /** The weight of the cube in {@link Functions#geluTanh(float)}. */
  static final float GELU_CUBE = 0.044715f;

  static final float QUICK_GELU_SLOPE = 1.702f;
}
