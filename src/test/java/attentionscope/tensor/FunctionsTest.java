package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class FunctionsTest {

  /** A prime, so that the sample meets all kinds of bit patterns. */
  private static final int STEP = 9973;

  private static final float INFINITY = Float.POSITIVE_INFINITY;

  @Test
  void expIsWithinOneAndATenthUnitsInTheLastPlace() {
    assertTrue(worstError(Functions::exp, StrictMath::exp) < 1.1);
  }

  @Test
  void tanhIsWithinOneAndAHalfUnitsInTheLastPlace() {
    assertTrue(worstError(Functions::tanh, StrictMath::tanh) < 1.5);
  }

  @Test
  void erfIsWithinTwoUnitsInTheLastPlace() {
    assertTrue(worstError(Functions::erf, FunctionsTest::erf) < 2);
  }

  @Test
  void theOthersFollowTheirDefinition() {
    for (float x = -12f; x <= 12f; x += 0.01f) {
      double sigmoid = 1 / (1 + Math.exp(-x));
      double phi = 0.5 * (1 + erf(x / Math.sqrt(2)));
      double cubic = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
      double tolerance = 3e-7 * (1 + Math.abs(x));
      assertEquals(sigmoid, Functions.sigmoid(x), tolerance);
      assertEquals(Math.max(0, x), Functions.relu(x));
      assertEquals(x * phi, Functions.gelu(x), tolerance);
      assertEquals(0.5 * x * (1 + Math.tanh(cubic)), Functions.geluTanh(x), tolerance);
      assertEquals(x / (1 + Math.exp(-1.702 * x)), Functions.quickGelu(x), tolerance);
      assertEquals(x * sigmoid, Functions.silu(x), tolerance);
    }
  }

  @Test
  void expHasItsLimits() {
    assertEquals(0f, Functions.exp(-INFINITY));
    assertEquals(INFINITY, Functions.exp(INFINITY));
    assertEquals(1f, Functions.exp(0f));
    assertEquals(1f, Functions.exp(-0f));
    assertEquals(Float.MIN_VALUE, Functions.exp(-103.5f));
    assertEquals(0f, Functions.exp(-104f));
    assertEquals(3.402695e38f, Functions.exp(88.7228f), 1e33f);
    assertEquals(INFINITY, Functions.exp(88.7229f));
  }

  @Test
  void tanhAndErfHaveTheirLimitsAndKeepTheSignOfZero() {
    for (float sign : new float[] {1f, -1f}) {
      assertEquals(sign, Functions.tanh(sign * INFINITY));
      assertEquals(sign, Functions.erf(sign * INFINITY));
      assertEquals(sign, Functions.tanh(sign * 20f));
      assertEquals(sign, Functions.erf(sign * 20f));
      assertEquals(sign * 0f, Functions.tanh(sign * 0f));
      assertEquals(sign * 0f, Functions.erf(sign * 0f));
      assertEquals(sign * Float.MIN_VALUE, Functions.tanh(sign * Float.MIN_VALUE));
    }
  }

  @Test
  void tanhAndErfAreOdd() {
    for (float x = 0f; x < 12f; x += 0.003f) {
      assertEquals(-Functions.tanh(x), Functions.tanh(-x));
      assertEquals(-Functions.erf(x), Functions.erf(-x));
    }
  }

  @Test
  void theOthersHaveTheirLimits() {
    assertEquals(0f, Functions.sigmoid(-INFINITY));
    assertEquals(1f, Functions.sigmoid(INFINITY));
    assertEquals(0f, Functions.relu(-INFINITY));
    assertEquals(0f, Functions.relu(-0f));
    assertEquals(INFINITY, Functions.relu(INFINITY));
    assertEquals(INFINITY, Functions.gelu(INFINITY));
    assertEquals(INFINITY, Functions.geluTanh(INFINITY));
    assertEquals(INFINITY, Functions.quickGelu(INFINITY));
    assertEquals(INFINITY, Functions.silu(INFINITY));
    assertEquals(Float.NaN, Functions.gelu(-INFINITY));
    assertEquals(Float.NaN, Functions.geluTanh(-INFINITY));
    assertEquals(Float.NaN, Functions.quickGelu(-INFINITY));
    assertEquals(Float.NaN, Functions.silu(-INFINITY));
  }

  @Test
  void notANumberStaysSo() {
    for (CellFunction function : CellFunction.values()) {
      assertEquals(Float.NaN, function.of(Float.NaN), function.name());
    }
  }

  @Test
  void aMatrixMayReceiveItsOwnFunction() {
    FMatrixRMaj x = Samples.matrix(70, 80, 1);
    FMatrixRMaj y = new FMatrixRMaj(70, 80);
    Functions.gelu(x, y);
    assertEquals(Functions.gelu(x.get(69, 79)), y.get(69, 79));
    Functions.gelu(x, x);
    Samples.assertSameBits(y, x);
    assertThrows(IllegalArgumentException.class, () -> Functions.exp(x, new FMatrixRMaj(80, 70)));
  }

  /** A function of 32-bit floats. */
  private interface FloatFunction {
    float of(float x);
  }

  /** The largest error over a sample of all floats, in units in the last place of the result. */
  private static double worstError(FloatFunction function, DoubleUnaryOperator exact) {
    double worst = 0;
    for (long bits = 0; bits < 1L << 32; bits += STEP) {
      float x = Float.intBitsToFloat((int) bits);
      double expected = exact.applyAsDouble(x);
      if (Float.isFinite(x) && Math.abs(expected) < Float.MAX_VALUE) {
        double error = Math.abs(function.of(x) - expected) / Math.ulp((float) expected);
        assertTrue(error >= 0, "at " + x); // not NaN
        worst = Math.max(worst, error);
      }
    }
    return worst;
  }

  /** erf by its Taylor series, and far from zero by the continued fraction of its complement. */
  private static double erf(double x) {
    double size = Math.abs(x);
    if (size > 6) {
      return Math.signum(x);
    }
    if (size > 3) {
      double fraction = 0;
      for (int k = 60; k > 0; k--) {
        fraction = k / 2.0 / (size + fraction);
      }
      double complement = Math.exp(-size * size) / Math.sqrt(Math.PI) / (size + fraction);
      return Math.copySign(1 - complement, x);
    }
    double sum = size;
    double term = size;
    for (int n = 1; Math.abs(term) > 1e-18 * sum; n++) {
      term *= -size * size / n;
      sum += term / (2 * n + 1);
    }
    return Math.copySign(2 / Math.sqrt(Math.PI) * sum, x);
  }
}
