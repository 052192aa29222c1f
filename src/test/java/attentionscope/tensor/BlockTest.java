package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class BlockTest {

  private final FMatrixRMaj matrix =
      new FMatrixRMaj(3, 4, true, new float[] {0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23});

  @Test
  void aSliceSharesItsCells() {
    Block slice = Block.of(matrix).rows(1, 3).columns(2, 4);
    assertEquals(12f, slice.get(0, 0));
    assertEquals(23f, slice.get(1, 1));
    matrix.set(2, 3, 5f);
    assertEquals(5f, slice.get(1, 1));
  }

  @Test
  void aSliceMayBeEmpty() {
    Block block = Block.of(matrix);
    assertEquals(0, block.rows(3, 3).rows());
    assertEquals(0, block.columns(4, 4).columns());
    assertEquals(0, block.rows(3, 3).columns(1, 3).rows());
    assertEquals(0, Block.of(new FMatrixRMaj(0, 4)).columns(2, 4).rows());
  }

  @Test
  void noBlockLeavesItsArray() {
    assertThrows(IllegalArgumentException.class, () -> new Block(new float[11], 0, 4, 3, 4));
    assertThrows(IllegalArgumentException.class, () -> new Block(new float[12], 1, 4, 3, 4));
    assertThrows(IllegalArgumentException.class, () -> new Block(new float[12], 0, 3, 3, 4));
    assertThrows(IllegalArgumentException.class, () -> Block.of(matrix).rows(2, 4));
    assertThrows(IllegalArgumentException.class, () -> Block.of(matrix).columns(3, 2));
    assertEquals(3f, new Block(new float[] {0, 1, 2, 3}, 3, 4, 1, 1).get(0, 0));
  }
}
