package attentionscope.tensor;

import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of one to three rows, as in generating token after token. Copying b into panels would
 * cost more than the product itself, so b is read where it lies, four rows a pass: each pass adds
 * four products to every cell of a row of c.
 */
final class VectorFewRows implements ProductKernel {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  @Override
  public void multiply(Factors a, Block b, Block c) {
    for (int i = 0; i < a.rows(); i++) {
      int to = c.row(i);
      Arrays.fill(c.data(), to, to + c.columns(), 0f);
      int k = 0;
      for (; k + 4 <= b.rows(); k += 4) {
        addFourRows(a, i, k, b.data(), b.row(k), b.stride(), c.data(), to, c.columns());
      }
      for (; k < b.rows(); k++) {
        ScalarProducts.addRow(a.get(i, k), b.data(), b.row(k), c.data(), to, c.columns());
      }
    }
  }

  static void addFourRows(
      Factors a, int i, int k, float[] b, int row, int stride, float[] c, int to, int columns) {
    FloatVector a0 = FloatVector.broadcast(SPECIES, a.get(i, k));
    FloatVector a1 = FloatVector.broadcast(SPECIES, a.get(i, k + 1));
    FloatVector a2 = FloatVector.broadcast(SPECIES, a.get(i, k + 2));
    FloatVector a3 = FloatVector.broadcast(SPECIES, a.get(i, k + 3));
    int row1 = row + stride;
    int row2 = row1 + stride;
    int row3 = row2 + stride;
    int j = 0;
    for (; j + LANES <= columns; j += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, c, to + j);
      sum = a0.fma(FloatVector.fromArray(SPECIES, b, row + j), sum);
      sum = a1.fma(FloatVector.fromArray(SPECIES, b, row1 + j), sum);
      sum = a2.fma(FloatVector.fromArray(SPECIES, b, row2 + j), sum);
      sum = a3.fma(FloatVector.fromArray(SPECIES, b, row3 + j), sum);
      sum.intoArray(c, to + j);
    }
    ScalarProducts.addFourRows(a, i, k, b, row + j, stride, c, to + j, columns - j);
  }

  /** Along the rows of b there is nothing to gain from vectors, as each cell is one long chain. */
  @Override
  public void multiplyTransposed(Factors a, Block b, Block c) {
    new ScalarProducts().multiplyTransposed(a, b, c);
  }
}
