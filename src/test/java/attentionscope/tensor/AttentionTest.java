package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not kept has the bits it would have if it were. */
class AttentionTest {

  @ParameterizedTest
  @CsvSource({"5, 7, 3, 4", "300, 300, 64, 64", "130, 517, 16, 20"})
  void hasTheBitsOfItsSteps(int queries, int keys, int dK, int dV) {
    Block q = Samples.block(queries, dK, 1);
    Block k = Samples.block(keys, dK, 2);
    Block v = Samples.block(keys, dV, 3);
    float divisor = (float) Math.sqrt(dK);
    FMatrixRMaj weights = new FMatrixRMaj(queries, keys);
    Products.multiplyTransposed(q, k, Block.of(weights));
    for (int i = 0; i < weights.data.length; i++) {
      weights.data[i] /= divisor;
    }
    Rows.softmax(weights, weights);
    FMatrixRMaj output = new FMatrixRMaj(queries, dV);
    Products.multiply(Block.of(weights), v, Block.of(output));

    FMatrixRMaj fusedWeights = new FMatrixRMaj(queries, keys);
    Attention.weights(q, k, divisor, fusedWeights);
    assertArrayEquals(weights.data, fusedWeights.data);
    FMatrixRMaj fused = new FMatrixRMaj(queries, dV);
    Attention.output(q, k, v, divisor, Block.of(fused));
    assertArrayEquals(output.data, fused.data);
  }
}
