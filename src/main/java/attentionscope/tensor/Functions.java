package attentionscope.tensor;

import static attentionscope.tensor.Coefficients.*;

import org.ejml.data.FMatrixRMaj;

/**
 * Functions of one number, and of every cell of a matrix.
 *
 * <p>{@link #exp}, {@link #tanh} and {@link #erf} are polynomials of our own, within 1.5 units in
 * the last place. The others are put together from them in exactly the order that is given, every
 * step rounded, as explanations repeat it. The matrix forms give each cell the same bits as the
 * scalar form does.
 *
 * <p>NaN gives NaN everywhere; which of the many bit patterns of NaN is left open. Where a formula
 * meets 0 · ∞ on its way the result is NaN too, as in PyTorch: {@code gelu}, {@code geluTanh},
 * {@code quickGelu} and {@code silu} of −∞.
 */
public final class Functions {

  private Functions() {}

  /** e^x, down to the smallest subnormal number. 0 for −∞, +∞ from 88.73 on. */
  public static float exp(float x) {
    float bounded = x > EXP_MOST ? EXP_MOST : x < EXP_LEAST ? EXP_LEAST : x;
    float shifted = Math.fma(bounded, LOG2_E, ROUNDER);
    float tail = expMinusOne(bounded, shifted - ROUNDER);
    // 2^n in two factors: n = 128 and n below -126 are not the exponent of any float.
    int n = Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
    int half = n >> 1;
    return (1f + tail) * powerOfTwo(half) * powerOfTwo(n - half);
  }

  /** e^x + c for |x| ≤ 20; with c = −1 exact to the last bits also where x is near 0. */
  private static float expPlus(float x, float c) {
    float shifted = Math.fma(x, LOG2_E, ROUNDER);
    float tail = expMinusOne(x, shifted - ROUNDER);
    float power = powerOfTwo(Float.floatToRawIntBits(shifted));
    return Math.fma(power, tail, power + c);
  }

  /** e^r − 1 where r = x − n ln 2 and |r| ≤ ½ ln 2. */
  private static float expMinusOne(float x, float n) {
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float p = Math.fma(E6, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    p = Math.fma(p, r, E2);
    return Math.fma(r * r, p, r);
  }

  /** 2^exponent, given in its lowest nine bits; any others do not matter. */
  private static float powerOfTwo(int exponent) {
    return Float.intBitsToFloat((exponent + 127) << 23);
  }

  /** tanh x = 1 − 2 / (e^2x + 1); ±1 for ±∞, and the sign of zero is kept. */
  public static float tanh(float x) {
    float size = Math.abs(x);
    return Math.copySign(size > TANH_SMALL ? largeTanh(size) : smallTanh(size), x);
  }

  private static float largeTanh(float x) {
    float bounded = x > TANH_MOST ? TANH_MOST : x;
    return 1f - 2f / expPlus(bounded + bounded, 1f);
  }

  private static float smallTanh(float x) {
    float z = x * x;
    float p = Math.fma(T4, z, T3);
    p = Math.fma(p, z, T2);
    p = Math.fma(p, z, T1);
    p = Math.fma(p, z, T0);
    return Math.fma(x * z, p, x);
  }

  /** 2/√π times the integral of e^(-t²) from 0 to x; ±1 for ±∞, and the sign of zero is kept. */
  public static float erf(float x) {
    float size = Math.abs(x);
    float bounded = size > ERF_MOST ? ERF_MOST : size;
    float p = Math.fma(L9, bounded, L8);
    p = Math.fma(p, bounded, L7);
    p = Math.fma(p, bounded, L6);
    p = Math.fma(p, bounded, L5);
    p = Math.fma(p, bounded, L4);
    p = Math.fma(p, bounded, L3);
    p = Math.fma(p, bounded, L2);
    p = Math.fma(p, bounded, L1);
    float log = Math.fma(bounded, p, bounded);
    return Math.copySign(-expPlus(-log, -1f), x);
  }

  /** 1 / (1 + exp(−x)). */
  public static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }

  /** The larger of x and +0. */
  public static float relu(float x) {
    return Math.max(x, 0f);
  }

  /** The slope of relu: 1 where x is above 0, else 0. */
  public static float step(float x) {
    return x > 0 ? 1f : x <= 0 ? 0f : x;
  }

  /** (0.5 · x) · (1 + erf(x · √½)): Hendrycks and Gimpel, Gaussian Error Linear Units. */
  public static float gelu(float x) {
    return (0.5f * x) * (1f + erf(x * SQRT_HALF));
  }

  /** (0.5 · x) · (1 + tanh(√(2/π) · (x + 0.044715 · ((x · x) · x)))): the same paper, GPT-2. */
  public static float geluTanh(float x) {
    float cube = (x * x) * x;
    return (0.5f * x) * (1f + tanh(SQRT_2_BY_PI * (x + GELU_CUBE * cube)));
  }

  /** x · sigmoid(1.702 · x): the same paper, CLIP. */
  public static float quickGelu(float x) {
    return x * sigmoid(QUICK_GELU_SLOPE * x);
  }

  /** x · sigmoid(x). */
  public static float silu(float x) {
    return x * sigmoid(x);
  }

  /** {@link #exp(float)} of every cell; y has the shape of x and may be x itself. */
  public static void exp(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.EXP, x, y);
  }

  /** {@link #tanh(float)} of every cell; y has the shape of x and may be x itself. */
  public static void tanh(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.TANH, x, y);
  }

  /** {@link #erf(float)} of every cell; y has the shape of x and may be x itself. */
  public static void erf(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.ERF, x, y);
  }

  /** {@link #sigmoid(float)} of every cell; y has the shape of x and may be x itself. */
  public static void sigmoid(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.SIGMOID, x, y);
  }

  /** {@link #relu(float)} of every cell; y has the shape of x and may be x itself. */
  public static void relu(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.RELU, x, y);
  }

  /** {@link #step(float)} of every cell; y has the shape of x and may be x itself. */
  public static void step(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.STEP, x, y);
  }

  /** {@link #gelu(float)} of every cell; y has the shape of x and may be x itself. */
  public static void gelu(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.GELU, x, y);
  }

  /** {@link #geluTanh(float)} of every cell; y has the shape of x and may be x itself. */
  public static void geluTanh(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.GELU_TANH, x, y);
  }

  /** {@link #quickGelu(float)} of every cell; y has the shape of x and may be x itself. */
  public static void quickGelu(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.QUICK_GELU, x, y);
  }

  /** {@link #silu(float)} of every cell; y has the shape of x and may be x itself. */
  public static void silu(FMatrixRMaj x, FMatrixRMaj y) {
    apply(CellFunction.SILU, x, y);
  }

  private static void apply(CellFunction function, FMatrixRMaj x, FMatrixRMaj y) {
    Shapes.checkSame(x, y);
    int cells = x.getNumElements();
    Kernel.chosen().functions(cells).apply(function, x.data, y.data, 0, cells);
  }
}
