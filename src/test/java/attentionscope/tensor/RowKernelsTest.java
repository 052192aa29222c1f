package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import java.util.stream.Stream;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows on SIMD instructions get the bits of the scalar form, however many lanes. */
class RowKernelsTest {

  private static final int CELLS = 90;

  static Stream<VectorSpecies<Float>> species() {
    return Copies.SPECIES.stream();
  }

  @ParameterizedTest
  @MethodSource("species")
  void everyLengthAndPlaceGivesTheScalarBits(VectorSpecies<Float> species) {
    RowKernel plain = new ScalarRows();
    RowKernel vector = Copies.rows(species);
    for (int n = 0; n <= 70; n++) {
      for (int at = 0; at < 3; at++) {
        float[] a = random(n);
        float[] b = random(n + 1);
        float[] one = random(n + 2);
        float[] two = one.clone();
        plain.add(a, at, b, 2 * at, one, 3, n);
        vector.add(a, at, b, 2 * at, two, 3, n);
        assertArrayEquals(one, two);
        plain.multiply(a, at, b, 2 * at, one, 3, n);
        vector.multiply(a, at, b, 2 * at, two, 3, n);
        assertArrayEquals(one, two);
        plain.addProducts(a, at, b, 2 * at, one, 3, n);
        vector.addProducts(a, at, b, 2 * at, two, 3, n);
        assertArrayEquals(one, two);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("species")
  void theResultMayBeAnOperand(VectorSpecies<Float> species) {
    float[] one = random(7);
    float[] two = one.clone();
    float[] row = random(8);
    new ScalarRows().add(one, 5, row, 0, one, 5, 60);
    Copies.rows(species).add(two, 5, row, 0, two, 5, 60);
    assertArrayEquals(one, two);
  }

  private static float[] random(int seed) {
    Random random = new Random(seed);
    float[] cells = new float[CELLS];
    for (int i = 0; i < CELLS; i++) {
      cells[i] = (float) random.nextGaussian();
    }
    return cells;
  }
}
