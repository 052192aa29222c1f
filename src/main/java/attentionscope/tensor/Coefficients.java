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

  /** Beyond these exp is infinite or zero. */
  static final float EXP_MOST = 89f;

  static final float EXP_LEAST = -104f;

  /** e^r = 1 + r + E2 r² + … + E6 r⁶ for |r| ≤ ½ ln 2; error 2^-28.2. */
  static final float E2 = 0x1.fffffcp-2f;

  static final float E3 = 0x1.555492p-3f;
  static final float E4 = 0x1.5558b6p-5f;
  static final float E5 = 0x1.1239a2p-7f;
  static final float E6 = 0x1.6a4744p-10f;

  /** tanh x = x + x z (T0 + T1 z + … + T6 z⁶), z = x², for |x| ≤ 1; error 2^-27.6. */
  static final float T0 = -0x1.55553cp-2f;

  static final float T1 = 0x1.110be4p-3f;
  static final float T2 = -0x1.b9623ep-5f;
  static final float T3 = 0x1.6009dcp-6f;
  static final float T4 = -0x1.0460f4p-7f;
  static final float T5 = 0x1.2da41ep-9f;
  static final float T6 = -0x1.77d8d6p-12f;

  /** erf x = x + x (S0 + S1 z + … + S6 z⁶), z = x², for |x| ≤ 1; error 2^-29.4. */
  static final float S0 = 0x1.06eba8p-3f;

  static final float S1 = -0x1.81273ep-2f;
  static final float S2 = 0x1.ce2ce6p-4f;
  static final float S3 = -0x1.b7f71ap-6f;
  static final float S4 = 0x1.53f224p-8f;
  static final float S5 = -0x1.a3515ep-11f;
  static final float S6 = 0x1.4771fcp-14f;

  /** erf x = 1 - e^-(L0 + L1 x + … + L6 x⁶) for 1 ≤ x ≤ 4; error 2^-28.7. */
  static final float L0 = 0x1.218108p-11f;

  static final float L1 = 0x1.204ee2p0f;
  static final float L2 = 0x1.4782acp-1f;
  static final float L3 = 0x1.a0b382p-4f;
  static final float L4 = -0x1.5a9d4ep-6f;
  static final float L5 = 0x1.6b208cp-9f;
  static final float L6 = -0x1.5f7e86p-13f;

  /** From here on erf is 1 in 32 bits. */
  static final float ERF_MOST = 4f;

  static final float SQRT_HALF = 0x1.6a09e6p-1f;

  /** √(2/π). */
  static final float SQRT_2_BY_PI = 0x1.988454p-1f;

  /** The weight of the cube in {@link Functions#geluTanh(float)}. */
  static final float GELU_CUBE = 0.044715f;

  static final float QUICK_GELU_SLOPE = 1.702f;
}
