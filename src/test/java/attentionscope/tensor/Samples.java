package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.ejml.data.FMatrixRMaj;

/** Matrices and comparisons for the tests of this package. */
final class Samples {

  private Samples() {}

  static float[] floats(int count, long seed) {
    Random random = new Random(seed);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) random.nextGaussian();
    }
    return floats;
  }

  static FMatrixRMaj matrix(int rows, int columns, long seed) {
    return new FMatrixRMaj(rows, columns, true, floats(rows * columns, seed));
  }

  static Block block(int rows, int columns, long seed) {
    return Block.of(matrix(rows, columns, seed));
  }

  static Block transpose(Block block) {
    FMatrixRMaj transposed = new FMatrixRMaj(block.columns(), block.rows());
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        transposed.set(j, i, block.get(i, j));
      }
    }
    return Block.of(transposed);
  }

  /** The product as {@link Products} defines it. */
  static Block product(Block a, Block b) {
    FMatrixRMaj c = new FMatrixRMaj(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        float sum = 0f;
        for (int k = 0; k < b.rows(); k++) {
          sum = Math.fma(a.get(i, k), b.get(k, j), sum);
        }
        c.set(i, j, sum);
      }
    }
    return Block.of(c);
  }

  /** Compares bits, all NaNs being equal. */
  static void assertSameBits(Block expected, Block actual) {
    for (int i = 0; i < actual.rows(); i++) {
      for (int j = 0; j < actual.columns(); j++) {
        float e = expected.get(i, j);
        float a = actual.get(i, j);
        if (Float.floatToIntBits(e) != Float.floatToIntBits(a)) {
          assertEquals(e, a, "cell [" + i + "," + j + "] of " + actual.shape());
        }
      }
    }
  }

  static void assertSameBits(FMatrixRMaj expected, FMatrixRMaj actual) {
    assertEquals(Block.of(expected).shape(), Block.of(actual).shape());
    assertSameBits(Block.of(expected), Block.of(actual));
  }
}
