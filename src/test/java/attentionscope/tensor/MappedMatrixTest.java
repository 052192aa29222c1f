package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import attentionscope.tensor.MappedMatrix.Cells;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A matrix in a file is the matrix in memory that it would be if it were read. */
class MappedMatrixTest {

  private static MappedMatrix stored(Cells cells, int rows, int columns, long seed) {
    float[] floats = Samples.floats(rows * columns, seed);
    ByteBuffer bytes = ByteBuffer.allocate(8 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : floats) {
      switch (cells) {
        case F64 -> bytes.putDouble(number * (1 + 1e-9));
        case F32 -> bytes.putFloat(number);
        case F16 -> bytes.putShort(Float.floatToFloat16(number));
        case BF16 -> bytes.putShort((short) (Float.floatToIntBits(number) >>> 16));
      }
    }
    return new MappedMatrix(cells, MemorySegment.ofBuffer(bytes.flip()), rows, columns, columns, 1);
  }

  /** The same cells in memory, taken one by one. */
  private static FMatrixRMaj read(MappedMatrix matrix) {
    FMatrixRMaj read = new FMatrixRMaj(matrix.numRows, matrix.numCols);
    for (int row = 0; row < matrix.numRows; row++) {
      for (int column = 0; column < matrix.numCols; column++) {
        read.set(row, column, matrix.get(row, column));
      }
    }
    return read;
  }

  /** In both orientations, a part, and the second third of every head. */
  private static List<MappedMatrix> views(Cells cells, int inner, int columns) {
    List<MappedMatrix> views = new ArrayList<>();
    views.add(stored(cells, inner, columns, 1));
    views.add(stored(cells, columns, inner, 2).transposed());
    views.add(stored(cells, inner, columns + 9, 3).columns(5, 5 + columns));
    views.add(stored(cells, columns + 9, inner, 4).transposed().columns(5, 5 + columns));
    if (columns % 4 == 0) {
      int length = columns / 4;
      views.add(stored(cells, inner, 3 * columns, 5).columns(length, length, 4, 3 * length));
      views.add(
          stored(cells, 3 * columns, inner, 6).transposed().columns(length, length, 4, 3 * length));
    }
    return views;
  }

  @ParameterizedTest
  @EnumSource(Cells.class)
  void rowsColumnsAndCopiesAreTheCells(Cells cells) {
    for (MappedMatrix view : views(cells, 7, 12)) {
      FMatrixRMaj expected = read(view);
      Samples.assertSameBits(expected, view.copy());
      float[] row = new float[6];
      RowCopy.copy(view, 3, 4, 5, row, 1);
      float[] column = new float[6];
      view.copyColumn(4, 1, 5, column, 1);
      for (int i = 0; i < 5; i++) {
        assertEquals(expected.get(3, 4 + i), row[1 + i]);
        assertEquals(expected.get(1 + i, 4), column[1 + i]);
        assertEquals(expected.get(40 + i), view.get(40 + i));
      }
    }
  }

  @Test
  void cellsAreWidenedExactly() {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putShort((short) 0x3C01).putShort((short) 0x8001).putShort((short) 0x7C00);
    MemorySegment cells = MemorySegment.ofBuffer(bytes.clear());
    MappedMatrix half = new MappedMatrix(Cells.F16, cells, 1, 3, 3, 1);
    assertEquals(1 + 0x1p-10f, half.get(0, 0));
    assertEquals(-0x1p-24f, half.get(0, 1));
    assertEquals(Float.POSITIVE_INFINITY, half.get(0, 2));
    assertEquals(0x1.02p-7f, new MappedMatrix(Cells.BF16, cells, 1, 1, 1, 1).get(0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 300, 700",
    "2, 700, 64",
    "3, 65, 260",
    "5, 31, 4",
    "16, 257, 1300",
    "40, 130, 200",
    "70, 2100, 68",
    "1, 3000, 300"
  })
  void productsHaveTheBitsOfACopy(int rows, int inner, int columns) {
    FMatrixRMaj a = Samples.matrix(rows, inner, 7);
    for (Cells cells : Cells.values()) {
      for (MappedMatrix view : views(cells, inner, columns)) {
        FMatrixRMaj c = new FMatrixRMaj(rows, columns);
        c.fill(Float.NaN);
        FMatrixRMaj expected = new FMatrixRMaj(rows, columns);
        Products.multiply(Block.of(a), Block.of(read(view)), Block.of(expected));
        Products.multiply(Block.of(a), view, Block.of(c));
        Samples.assertSameBits(expected, c);
        c.fill(Float.NaN);
        Products.multiplyTransposed(Block.of(a), view.transposed(), Block.of(c));
        Samples.assertSameBits(expected, c);
      }
    }
  }

  @Test
  void itIsNotChangedAndNotLeft() {
    MappedMatrix matrix = stored(Cells.F32, 2, 3, 1);
    assertThrows(UnsupportedOperationException.class, () -> matrix.set(0, 0, 1));
    assertThrows(UnsupportedOperationException.class, () -> matrix.reshape(3, 2));
    assertThrows(IllegalArgumentException.class, () -> matrix.get(2, 0));
    assertThrows(IllegalArgumentException.class, () -> matrix.get(0, -1));
    MemorySegment short11 = MemorySegment.ofArray(new byte[11]);
    assertThrows(
        IllegalArgumentException.class, () -> new MappedMatrix(Cells.F32, short11, 1, 3, 3, 1));
    FMatrixRMaj a = Samples.matrix(2, 2, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> Products.multiply(Block.of(a), matrix, Block.of(new FMatrixRMaj(2, 2))));
  }
}
