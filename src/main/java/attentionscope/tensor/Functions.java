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

  /**
   * e^x, down to the smallest subnormal number. 0 for −∞, +∞ from 88.73 on.
   *
   * <p>x = n ln 2 + r with an integer n and |r| ≤ ½ ln 2; e^x = 2^n · e^r.
   */
  public static float exp(float x) {
    float bounded = x > EXP_MOST ? EXP_MOST : x < EXP_LEAST ? EXP_LEAST : x;
    float shifted = Math.fma(bounded, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, bounded));
    float p = Math.fma(E6, r, E5);
    p = Math.fma(p, r, E4);
    p = Math.fma(p, r, E3);
    p = Math.fma(p, r, E2);
    p = Math.fma(p, r, 1f);
    p = Math.fma(p, r, 1f);
    // 2^n in two factors: n = 128 and n below -126 are not the exponent of any float.
    int exponent = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUNDER);
    int half = exponent >> 1;
    return p * powerOfTwo(half) * powerOfTwo(exponent - half);
  }

  private static float powerOfTwo(int exponent) {
    return Float.intBitsToFloat((exponent + 127) << 23);
  }

  /** tanh x; ±1 for ±∞, and the sign of zero is kept. From 1 on it is 1 − 2 / (e^2x + 1). */
  public static float tanh(float x) {
    float size = Math.abs(x);
    if (size >= 1f) {
      return Math.copySign(1f - 2f / (exp(size + size) + 1f), x);
    }
    float z = size * size;
    float p = Math.fma(T6, z, T5);
    p = Math.fma(p, z, T4);
    p = Math.fma(p, z, T3);
    p = Math.fma(p, z, T2);
    p = Math.fma(p, z, T1);
    p = Math.fma(p, z, T0);
    return Math.copySign(Math.fma(size * z, p, size), x);
  }

  /** 2/√π times the integral of e^(-t²) from 0 to x; ±1 for ±∞, and the sign of zero is kept. */
  public static float erf(float x) {
    float size = Math.abs(x);
    if (size >= 1f) {
      float t = size > ERF_MOST ? ERF_MOST : size;
      float p = Math.fma(L6, t, L5);
      p = Math.fma(p, t, L4);
      p = Math.fma(p, t, L3);
      p = Math.fma(p, t, L2);
      p = Math.fma(p, t, L1);
      p = Math.fma(p, t, L0);
      return Math.copySign(1f - exp(-p), x);
    }
    float z = size * size;
    float p = Math.fma(S6, z, S5);
    p = Math.fma(p, z, S4);
    p = Math.fma(p, z, S3);
    p = Math.fma(p, z, S2);
    p = Math.fma(p, z, S1);
    p = Math.fma(p, z, S0);
    return Math.copySign(Math.fma(size, p, size), x);
  }

  /** 1 / (1 + exp(−x)). */
  public static float sigmoid(float x) {
    return 1f / (1f + exp(-x));
  }

  /** The larger of x and +0. */
  public static float relu(float x) {
    return Math.max(x, 0f);
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
    function.apply(x.data, y.data, 0, x.getNumElements());
  }
}
