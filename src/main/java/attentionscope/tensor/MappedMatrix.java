package attentionscope.tensor;

import java.lang.foreign.MemorySegment;
import org.ejml.data.FMatrixRMaj;

/**
 * A matrix whose cells stay where they are, in a file that is mapped, in the type the file has
 * them: a weight of an opened checkpoint. Cells become 32-bit floats as they are read; those that
 * have 64 bits are rounded. It cannot be changed, and {@link #data} is empty: {@link RowCopy} and
 * {@link Products} take its cells from the file.
 *
 * <p>Rows and columns may lie in any order, as in the transpose of a matrix, or the columns that
 * belong to the queries where a file keeps those of queries, keys and values side by side.
 */
@SuppressWarnings("unchecked") // EJML's matrices say of themselves what they create
public final class MappedMatrix extends FMatrixRMaj {
  private static final long serialVersionUID = 1L;

  /** What a cell is in the file, little-endian. */
  public enum Cells {
    F64(8),
    F32(4),
    F16(2),
    /** The upper half of an F32. */
    BF16(2);

    private final int bytes;

    Cells(int bytes) {
      this.bytes = bytes;
    }

    /** How many bytes a cell has. */
    int bytes() {
      return bytes;
    }
  }

  /** Each thread's own: some cells on their way. */
  private static final ThreadLocal<short[]> SHORTS = ThreadLocal.withInitial(() -> new short[512]);

  private final Cells cells;
  private final transient MemorySegment bytes;
  private final transient Spacing down;
  private final transient Spacing across;

  /**
   * @param cells what each is
   * @param bytes begin with the first cell
   * @param rows number of rows
   * @param columns number of columns
   * @param down how many cells further the next row is
   * @param across how many cells further the next column is
   * @throws IllegalArgumentException if a cell lies outside the bytes
   */
  public MappedMatrix(
      Cells cells, MemorySegment bytes, int rows, int columns, long down, long across) {
    this(cells, bytes, rows, columns, Spacing.even(down), Spacing.even(across));
  }

  private MappedMatrix(
      Cells cells, MemorySegment bytes, int rows, int columns, Spacing down, Spacing across) {
    super(0);
    numRows = rows;
    numCols = columns;
    this.cells = cells;
    this.bytes = bytes;
    this.down = down;
    this.across = across;
    boolean empty = rows == 0 || columns == 0;
    long end = empty ? 0 : down.place(rows - 1) + across.place(columns - 1) + 1;
    if (Math.multiplyExact(end, cells.bytes) > bytes.byteSize()) {
      throw new IllegalArgumentException(
          "%d x %d cells of %s end at %d, the bytes at %d"
              .formatted(rows, columns, cells, end * cells.bytes, bytes.byteSize()));
    }
  }

  /**
   * Where cells lie along a row or column.
   *
   * @param stride how many cells further the next one is
   * @param block after how many the distance is another
   * @param blockStride how many cells further the next block is
   */
  private record Spacing(long stride, int block, long blockStride) {
    static Spacing even(long stride) {
      return new Spacing(stride, Integer.MAX_VALUE, 0);
    }

    long place(int index) {
      return index < block ? index * stride : index / block * blockStride + index % block * stride;
    }

    /** How many cells from an index on lie at an even distance. */
    int evenFrom(int index) {
      return block - index % block;
    }
  }

  /** What a cell is in the file. */
  public Cells cells() {
    return cells;
  }

  /** The file's bytes from the first cell on. */
  public MemorySegment bytes() {
    return bytes;
  }

  /** Whether all rows, and all columns, lie at an even distance. */
  public boolean isEven() {
    return down.block == Integer.MAX_VALUE && across.block == Integer.MAX_VALUE;
  }

  /** How many cells further the next row is. */
  public long rowStride() {
    return down.stride;
  }

  /** How many cells further the next column is. */
  public long columnStride() {
    return across.stride;
  }

  /** Rows become columns; nothing is copied. */
  public MappedMatrix transposed() {
    return new MappedMatrix(cells, bytes, numCols, numRows, across, down);
  }

  /** The columns from {@code from} up to, but without, {@code to}; nothing is copied. */
  public MappedMatrix columns(int from, int to) {
    return columns(from, to - from, 1, 0);
  }

  /**
   * Some neighbouring columns, and those that follow at the same distance each time: the queries of
   * all heads where each head has queries, keys and values in a row. Nothing is copied.
   *
   * @param from the first column
   * @param length how many are neighbours
   * @param times how often
   * @param distance from the first of some neighbours to the first of the next
   */
  public MappedMatrix columns(int from, int length, int times, int distance) {
    if (across.block != Integer.MAX_VALUE) {
      throw new IllegalStateException("columns of columns that are not neighbours");
    }
    MemorySegment rest = bytes.asSlice(from * across.stride * cells.bytes);
    Spacing some =
        times == 1 ? across : new Spacing(across.stride, length, distance * across.stride);
    return new MappedMatrix(cells, rest, numRows, length * times, down, some);
  }

  /** Whether the cells of a row are neighbours in the file. */
  boolean keepsRowsTogether() {
    return across.stride == 1;
  }

  /** Whether the cells of a column are neighbours in the file. */
  boolean keepsColumnsTogether() {
    return down.stride == 1;
  }

  /** Copies some cells of a row. */
  void copyRow(int row, int column, int count, float[] to, int at) {
    copy(down.place(row), across, column, count, to, at);
  }

  /** Copies some cells of a column. */
  void copyColumn(int column, int row, int count, float[] to, int at) {
    copy(across.place(column), down, row, count, to, at);
  }

  private void copy(long place, Spacing along, int from, int count, float[] to, int at) {
    int end = from + count;
    int length;
    for (int i = from, j = at; i < end; i += length, j += length) {
      length = Math.min(along.evenFrom(i), end - i);
      if (along.stride == 1) {
        copyNeighbours(place + along.place(i), length, to, j);
      } else {
        for (int k = 0; k < length; k++) {
          to[j + k] = cell(place + along.place(i + k));
        }
      }
    }
  }

  private void copyNeighbours(long place, int count, float[] to, int at) {
    long from = place * cells.bytes;
    switch (cells) {
      case F32 -> MemorySegment.copy(bytes, LittleEndian.FLOAT, from, to, at, count);
      case F16 -> {
        short[] some = SHORTS.get();
        for (int i = 0; i < count; i += some.length) {
          int length = Math.min(some.length, count - i);
          MemorySegment.copy(bytes, LittleEndian.SHORT, from + 2L * i, some, 0, length);
          widen(some, length, to, at + i);
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = Float.intBitsToFloat(bytes.get(LittleEndian.SHORT, from + 2L * i) << 16);
        }
      }
      case F64 -> {
        for (int i = 0; i < count; i++) {
          to[at + i] = (float) bytes.get(LittleEndian.DOUBLE, from + 8L * i);
        }
      }
    }
  }

  /** By itself, so that the loop is turned into SIMD instructions. */
  private static void widen(short[] halves, int count, float[] to, int at) {
    for (int i = 0; i < count; i++) {
      to[at + i] = Float.float16ToFloat(halves[i]);
    }
  }

  private float cell(long place) {
    return switch (cells) {
      case F32 -> bytes.get(LittleEndian.FLOAT, place * 4);
      case F16 -> Float.float16ToFloat(bytes.get(LittleEndian.SHORT, place * 2));
      case BF16 -> Float.intBitsToFloat(bytes.get(LittleEndian.SHORT, place * 2) << 16);
      case F64 -> (float) bytes.get(LittleEndian.DOUBLE, place * 8);
    };
  }

  @Override
  public float get(int row, int column) {
    if (!isInBounds(row, column)) {
      throw new IllegalArgumentException(
          "no cell [%d,%d] in %d x %d".formatted(row, column, numRows, numCols));
    }
    return unsafe_get(row, column);
  }

  @Override
  public float unsafe_get(int row, int column) {
    return cell(down.place(row) + across.place(column));
  }

  @Override
  public float get(int index) {
    return get(index / numCols, index % numCols);
  }

  /** All cells in memory. */
  @Override
  public FMatrixRMaj copy() {
    FMatrixRMaj copy = new FMatrixRMaj(numRows, numCols);
    for (int row = 0; row < numRows; row++) {
      copyRow(row, 0, numCols, copy.data, row * numCols);
    }
    return copy;
  }

  @Override
  public void set(int row, int column, float value) {
    throw unchangeable();
  }

  @Override
  public void unsafe_set(int row, int column, float value) {
    throw unchangeable();
  }

  @Override
  public void reshape(int rows, int columns, boolean keep) {
    throw unchangeable();
  }

  private static UnsupportedOperationException unchangeable() {
    return new UnsupportedOperationException("a matrix in a file cannot be changed");
  }
}
