package attentionscope.tensor;

import attentionscope.tensor.MappedMatrix.Cells;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of one to three rows with a matrix in a file that keeps its rows together. As in {@link
 * VectorFewRows}, b is read where it lies, four rows a pass: a copy of it would cost more than the
 * product.
 */
final class MappedFewRows implements MappedKernel {

  private static final VectorSpecies<Float> SPECIES = Lanes.of(MethodHandles.lookup());

  private static final int LANES = SPECIES.length();

  private static final VectorSpecies<Integer> INTS = SPECIES.withLanes(int.class);

  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));

  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  @Override
  public void multiply(Factors a, MappedMatrix b, int from, Block c) {
    boolean inPlace = b.isEven() && (b.cells() == Cells.F32 || b.cells() == Cells.BF16);
    float[] rows = new float[inPlace ? 0 : 4 * c.columns()];
    for (int i = 0; i < a.rows(); i++) {
      int to = c.row(i);
      Arrays.fill(c.data(), to, to + c.columns(), 0f);
      int k = 0;
      for (; k + 4 <= b.numRows; k += 4) {
        if (inPlace) {
          addFourRows(a, i, b, k, from, c.data(), to, c.columns());
        } else {
          addCopies(a, i, b, k, from, rows, c.data(), to, c.columns());
        }
      }
      for (; k < b.numRows; k++) {
        addRow(a.get(i, k), b, k, from, c.data(), to, c.columns());
      }
    }
  }

  private static void addFourRows(
      Factors a, int i, MappedMatrix b, int k, int from, float[] c, int to, int columns) {
    FloatVector a0 = FloatVector.broadcast(SPECIES, a.get(i, k));
    FloatVector a1 = FloatVector.broadcast(SPECIES, a.get(i, k + 1));
    FloatVector a2 = FloatVector.broadcast(SPECIES, a.get(i, k + 2));
    FloatVector a3 = FloatVector.broadcast(SPECIES, a.get(i, k + 3));
    MemorySegment bytes = b.bytes();
    Cells cells = b.cells();
    int size = cells.bytes();
    long row0 = (k * b.rowStride() + from) * size;
    long row1 = row0 + b.rowStride() * size;
    long row2 = row1 + b.rowStride() * size;
    long row3 = row2 + b.rowStride() * size;
    int j = 0;
    if (cells == Cells.F32) {
      for (; j + LANES <= columns; j += LANES) {
        long at = (long) j * size;
        FloatVector sum = FloatVector.fromArray(SPECIES, c, to + j);
        sum = a0.fma(FloatVector.fromMemorySegment(SPECIES, bytes, row0 + at, ORDER), sum);
        sum = a1.fma(FloatVector.fromMemorySegment(SPECIES, bytes, row1 + at, ORDER), sum);
        sum = a2.fma(FloatVector.fromMemorySegment(SPECIES, bytes, row2 + at, ORDER), sum);
        sum = a3.fma(FloatVector.fromMemorySegment(SPECIES, bytes, row3 + at, ORDER), sum);
        sum.intoArray(c, to + j);
      }
    } else {
      for (; j + LANES <= columns; j += LANES) {
        long at = (long) j * size;
        FloatVector sum = FloatVector.fromArray(SPECIES, c, to + j);
        sum = a0.fma(upperHalves(bytes, row0 + at), sum);
        sum = a1.fma(upperHalves(bytes, row1 + at), sum);
        sum = a2.fma(upperHalves(bytes, row2 + at), sum);
        sum = a3.fma(upperHalves(bytes, row3 + at), sum);
        sum.intoArray(c, to + j);
      }
    }
    for (; j < columns; j++) {
      float sum = Math.fma(a.get(i, k), b.unsafe_get(k, from + j), c[to + j]);
      sum = Math.fma(a.get(i, k + 1), b.unsafe_get(k + 1, from + j), sum);
      sum = Math.fma(a.get(i, k + 2), b.unsafe_get(k + 2, from + j), sum);
      c[to + j] = Math.fma(a.get(i, k + 3), b.unsafe_get(k + 3, from + j), sum);
    }
  }

  /** Cells of other types, and those that lie in parts, become floats in a room that is cached. */
  private static void addCopies(
      Factors a,
      int i,
      MappedMatrix b,
      int k,
      int from,
      float[] rows,
      float[] c,
      int to,
      int columns) {
    for (int row = 0; row < 4; row++) {
      b.copyRow(k + row, from, columns, rows, row * columns);
    }
    VectorFewRows.addFourRows(a, i, k, rows, 0, columns, c, to, columns);
  }

  private static void addRow(
      float factor, MappedMatrix b, int k, int from, float[] c, int to, int columns) {
    for (int j = 0; j < columns; j++) {
      c[to + j] = Math.fma(factor, b.unsafe_get(k, from + j), c[to + j]);
    }
  }

  private static IntVector shorts(MemorySegment bytes, long at) {
    return (IntVector)
        ShortVector.fromMemorySegment(SHORTS, bytes, at, ORDER)
            .convertShape(VectorOperators.ZERO_EXTEND_S2I, INTS, 0);
  }

  /** Floats whose upper halves are stored. */
  private static FloatVector upperHalves(MemorySegment bytes, long at) {
    return shorts(bytes, at).lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
  }
}
