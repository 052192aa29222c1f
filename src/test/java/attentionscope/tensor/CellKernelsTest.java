package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions on SIMD instructions give the bits of the scalar ones, however many lanes. */
class CellKernelsTest {

  /** A prime, so that the sample meets all kinds of bit patterns. */
  private static final int STEP = 4999;

  private static final float[] SPECIAL = {
    0f,
    -0f,
    1f,
    -1f,
    0.625f,
    4f,
    10f,
    88.72f,
    88.73f,
    89f,
    -87.4f,
    -88.7f,
    -103.9f,
    -104f,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  static List<Arguments> functions() {
    List<Arguments> all = new ArrayList<>();
    for (VectorSpecies<Float> species : Copies.SPECIES) {
      for (CellFunction function : CellFunction.values()) {
        all.add(Arguments.of(function, species.length(), Copies.functions(species)));
      }
    }
    return all;
  }

  @ParameterizedTest(name = "{0}, {1} lanes")
  @MethodSource("functions")
  void allKindsOfFloatsGiveTheScalarBits(CellFunction function, int lanes, CellKernel kernel) {
    float[] x = new float[4096];
    float[] y = new float[4096];
    int count = 0;
    for (long bits = 0; bits < 1L << 32; bits += STEP) {
      x[count++] = Float.intBitsToFloat((int) bits);
      if (count == x.length) {
        assertScalarBits(function, kernel, x, y);
        count = 0;
      }
    }
    System.arraycopy(SPECIAL, 0, x, 0, SPECIAL.length);
    assertScalarBits(function, kernel, x, y);
  }

  @ParameterizedTest(name = "{0}, {1} lanes")
  @MethodSource("functions")
  void onlyTheAskedForCellsChange(CellFunction function, int lanes, CellKernel kernel) {
    for (int length = 0; length < 3 * lanes; length++) {
      float[] x = Samples.floats(length + 5, length);
      float[] expected = x.clone();
      for (int i = 2; i < 2 + length; i++) {
        expected[i] = function.of(x[i]);
      }
      kernel.apply(function, x, x, 2, 2 + length);
      assertArrayEquals(expected, x);
    }
  }

  private static void assertScalarBits(
      CellFunction function, CellKernel kernel, float[] x, float[] y) {
    Arrays.fill(y, -1f);
    kernel.apply(function, x, y, 0, x.length);
    for (int i = 0; i < x.length; i++) {
      float expected = function.of(x[i]);
      if (Float.floatToIntBits(expected) != Float.floatToIntBits(y[i])) {
        assertEquals(expected, y[i], function + " of " + x[i]);
      }
    }
  }
}
