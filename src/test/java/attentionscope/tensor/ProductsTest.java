package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsTest {

  @Test
  void rowsOfTheLeftMeetColumnsOfTheRight() {
    FMatrixRMaj a = new FMatrixRMaj(2, 3, true, new float[] {1, 2, 3, 4, 5, 6});
    FMatrixRMaj b = new FMatrixRMaj(3, 2, true, new float[] {7, 8, 9, 10, 11, 12});
    FMatrixRMaj c = new FMatrixRMaj(2, 2);
    Products.multiply(Block.of(a), Block.of(b), Block.of(c));
    assertArrayEquals(new float[] {58, 64, 139, 154}, c.data);
  }

  @Test
  void rowsOfTheLeftMeetRowsOfATransposedRight() {
    FMatrixRMaj queries = new FMatrixRMaj(2, 3, true, new float[] {1, 2, 3, 4, 5, 6});
    FMatrixRMaj keys = new FMatrixRMaj(2, 3, true, new float[] {7, 9, 11, 8, 10, 12});
    FMatrixRMaj scores = new FMatrixRMaj(2, 2);
    Products.multiplyTransposed(Block.of(queries), Block.of(keys), Block.of(scores));
    assertArrayEquals(new float[] {58, 64, 139, 154}, scores.data);
  }

  @Test
  void aHeadIsASliceOfColumns() {
    Block all = Samples.block(5, 12, 1);
    Block head = all.columns(4, 8);
    Block c = Samples.block(5, 5, 2);
    Products.multiplyTransposed(head, head, c);
    Samples.assertSameBits(Samples.product(head, Samples.transpose(head)), c);
  }

  @ParameterizedTest
  @CsvSource({"3, 4, 5", "12, 64, 64", "64, 300, 200", "1, 700, 900", "200, 90, 33"})
  void agreesWithEjml(int rows, int inner, int columns) {
    FMatrixRMaj a = Samples.matrix(rows, inner, 1);
    FMatrixRMaj b = Samples.matrix(inner, columns, 2);
    FMatrixRMaj c = new FMatrixRMaj(rows, columns);
    FMatrixRMaj expected = new FMatrixRMaj(rows, columns);
    CommonOps_FDRM.mult(a, b, expected);
    float tolerance = 1e-6f * inner;
    Products.multiply(Block.of(a), Block.of(b), Block.of(c));
    assertArrayEquals(expected.data, c.data, tolerance);
    FMatrixRMaj transposed = CommonOps_FDRM.transpose(b, null);
    Products.multiplyTransposed(Block.of(a), Block.of(transposed), Block.of(c));
    assertArrayEquals(expected.data, c.data, tolerance);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 16})
  void theNumberOfThreadsDoesNotShow(int threads) {
    for (int[] shape : new int[][] {{70, 520, 700}, {700, 520, 70}, {3, 1500, 2000}}) {
      Block a = Samples.block(shape[0], shape[1], 1);
      Block b = Samples.block(shape[1], shape[2], 2);
      Block expected = Samples.block(shape[0], shape[2], 3);
      new ScalarProducts().multiply(Factors.of(a), b, expected);
      Block c = Samples.block(shape[0], shape[2], 4);
      ProductKernel kernel = Kernel.chosen().products(a.rows(), a.columns(), c.columns());
      Products.inParts(threads, Factors.of(a), b, Block::columns, c, kernel::multiply);
      Samples.assertSameBits(expected, c);
      Block transposed = Samples.transpose(b);
      Block d = Samples.block(shape[0], shape[2], 5);
      Products.inParts(
          threads, Factors.of(a), transposed, Block::rows, d, kernel::multiplyTransposed);
      Samples.assertSameBits(expected, d);
      Block e = Samples.block(shape[0], shape[2], 6);
      Factors turned = Factors.transposed(Samples.transpose(a));
      Products.inParts(threads, turned, b, Block::columns, e, kernel::multiply);
      Samples.assertSameBits(expected, e);
    }
  }

  @Test
  void shapesThatDoNotFitAreNamed() {
    Block a = Samples.block(2, 3, 1);
    Block b = Samples.block(4, 5, 1);
    var e = assertThrows(IllegalArgumentException.class, () -> Products.multiply(a, b, a));
    assertEquals("no product of 2 x 3 and 4 x 5 is 2 x 3", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Products.multiplyTransposed(a, b, a));
  }
}
