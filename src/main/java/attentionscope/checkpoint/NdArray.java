package attentionscope.checkpoint;

import attentionscope.tensor.LittleEndian;
import attentionscope.tensor.MappedMatrix;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ejml.data.FMatrixRMaj;

/**
 * An array of any number of axes: little-endian bytes, in memory or in a mapped file. Elements lie
 * in row-major order, or wherever strides say, as in a transposed matrix or a part of a larger one.
 * They are converted when they are asked for.
 *
 * @param dtype what an element is
 * @param shape how long each axis is
 * @param strides how many elements further the next one along each axis lies; none negative
 * @param bytes from the first element to the last, and no more; never written
 */
public record NdArray(DType dtype, Shape shape, List<Long> strides, MemorySegment bytes) {

  public NdArray {
    strides = List.copyOf(strides);
    long span = shape.span(strides).orElse(-1L);
    if (span < 0 || Math.multiplyExact(span, dtype.bytes()) != bytes.byteSize()) {
      throw new IllegalArgumentException(
          "%s %s with strides %s does not have %d bytes"
              .formatted(dtype, shape, strides, bytes.byteSize()));
    }
    bytes = bytes.asReadOnly();
  }

  /** Elements in row-major order, as many as there are bytes for. */
  public NdArray(DType dtype, Shape shape, MemorySegment bytes) {
    this(dtype, shape, shape.rowMajor(), bytes);
  }

  /** F32 of these numbers, which are copied. */
  public static NdArray of(float[] numbers, long... shape) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(numbers.length, 4)]);
    MemorySegment.copy(numbers, 0, bytes, LittleEndian.FLOAT, 0, numbers.length);
    return new NdArray(DType.F32, Shape.of(shape), bytes);
  }

  /** The cells of a matrix [rows, columns]: F32, copied; those in a file as they lie there. */
  public static NdArray of(FMatrixRMaj matrix) {
    if (matrix instanceof MappedMatrix mapped && mapped.isEven()) {
      DType dtype = DType.valueOf(mapped.cells().name());
      Shape shape = Shape.of(mapped.numRows, mapped.numCols);
      List<Long> strides = List.of(mapped.rowStride(), mapped.columnStride());
      long span = shape.span(strides).orElseThrow() * dtype.bytes();
      return new NdArray(dtype, shape, strides, mapped.bytes().asSlice(0, span));
    }
    FMatrixRMaj inMemory = matrix instanceof MappedMatrix ? matrix.copy() : matrix;
    int cells = matrix.numRows * matrix.numCols;
    float[] numbers = inMemory.data; // which may have room for more rows
    return of(
        numbers.length == cells ? numbers : Arrays.copyOf(numbers, cells),
        matrix.numRows,
        matrix.numCols);
  }

  /** What lies at these indices of the first axes, an array of the others; nothing is copied. */
  NdArray part(long... indices) {
    long first = 0;
    for (int axis = 0; axis < indices.length; axis++) {
      Objects.checkIndex(indices[axis], shape.sizes().get(axis));
      first += indices[axis] * strides.get(axis);
    }
    Shape rest = new Shape(shape.sizes().subList(indices.length, shape.axes()));
    List<Long> steps = strides.subList(indices.length, shape.axes());
    long span = rest.span(steps).orElseThrow() * dtype.bytes();
    return new NdArray(dtype, rest, steps, bytes.asSlice(first * dtype.bytes(), span));
  }

  /**
   * This array of two axes as a matrix that stays where it is.
   *
   * @throws IllegalStateException if it has not two axes, more cells than a matrix, or whole
   *     numbers
   */
  public MappedMatrix matrix() {
    if (shape.axes() != 2 || count() > Integer.MAX_VALUE || dtype.isWhole()) {
      throw new IllegalStateException(dtype + " " + shape + " is no matrix of numbers");
    }
    return new MappedMatrix(
        MappedMatrix.Cells.valueOf(dtype.name()),
        bytes,
        shape.size(0),
        shape.size(1),
        strides.get(0),
        strides.get(1));
  }

  /** A single F64. */
  static NdArray of(double number) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[8]);
    bytes.set(LittleEndian.DOUBLE, 0, number);
    return new NdArray(DType.F64, Shape.of(), bytes);
  }

  /** I64 of these numbers, which are copied. */
  public static NdArray of(long[] numbers, long... shape) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(numbers.length, 8)]);
    MemorySegment.copy(numbers, 0, bytes, LittleEndian.LONG, 0, numbers.length);
    return new NdArray(DType.I64, Shape.of(shape), bytes);
  }

  /** BOOL of these truth values. */
  public static NdArray of(boolean[] values, long... shape) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return new NdArray(DType.BOOL, Shape.of(shape), MemorySegment.ofArray(bytes));
  }

  public long count() {
    return shape.count();
  }

  /** How many bytes the elements are, one after the other. */
  public long size() {
    return Math.multiplyExact(count(), dtype.bytes());
  }

  /** Whether elements lie one after the other in row-major order. */
  public boolean isRowMajor() {
    return shape.isRowMajor(strides);
  }

  /**
   * The same elements in row-major order: this array where they are, else a copy.
   *
   * @throws ArithmeticException if a copy is larger than an array of Java
   */
  public NdArray rowMajor() {
    if (isRowMajor()) {
      return this;
    }
    int width = dtype.bytes();
    MemorySegment copy = MemorySegment.ofArray(new byte[Math.toIntExact(size())]);
    for (long i = 0; i < count(); i++) {
      MemorySegment.copy(bytes, place(i) * width, copy, i * width, width);
    }
    return new NdArray(dtype, shape, copy);
  }

  /** The element at an index in row-major order; true is 1. */
  public double number(long index) {
    return numberAt(place(index));
  }

  private double numberAt(long place) {
    return switch (dtype) {
      case F64 -> bytes.get(LittleEndian.DOUBLE, place * 8);
      case F32, F16, BF16 -> singleAt(place);
      case I64, I32, I16, I8, U8, BOOL -> wholeAt(place);
    };
  }

  /**
   * The element at an index in row-major order; true is 1.
   *
   * @throws IllegalStateException if elements are not whole numbers
   */
  public long whole(long index) {
    return wholeAt(place(index));
  }

  private long wholeAt(long place) {
    return switch (dtype) {
      case I64 -> bytes.get(LittleEndian.LONG, place * 8);
      case I32 -> bytes.get(LittleEndian.INT, place * 4);
      case I16 -> bytes.get(LittleEndian.SHORT, place * 2);
      case I8 -> bytes.get(ValueLayout.JAVA_BYTE, place);
      case U8 -> Byte.toUnsignedLong(bytes.get(ValueLayout.JAVA_BYTE, place));
      case BOOL -> bytes.get(ValueLayout.JAVA_BYTE, place) == 0 ? 0 : 1;
      case F64, F32, F16, BF16 -> throw new IllegalStateException(dtype + " is not whole");
    };
  }

  /**
   * All elements as float32; F64 and long whole numbers are rounded.
   *
   * @throws ArithmeticException if there are more than an array of Java holds
   */
  public float[] floats() {
    float[] floats = new float[Math.toIntExact(count())];
    boolean rowMajor = isRowMajor();
    if (dtype == DType.F32 && rowMajor) {
      MemorySegment.copy(bytes, LittleEndian.FLOAT, 0, floats, 0, floats.length);
    } else {
      for (int i = 0; i < floats.length; i++) {
        floats[i] = singleAt(rowMajor ? i : place(i));
      }
    }
    return floats;
  }

  /**
   * All elements as whole numbers.
   *
   * @throws IllegalStateException if they are not whole
   * @throws ArithmeticException if there are more than an array of Java holds
   */
  public long[] longs() {
    long[] longs = new long[Math.toIntExact(count())];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = whole(i);
    }
    return longs;
  }

  private float singleAt(long place) {
    return switch (dtype) {
      case F32 -> bytes.get(LittleEndian.FLOAT, place * 4);
      case F16 -> Float.float16ToFloat(bytes.get(LittleEndian.SHORT, place * 2));
      case BF16 -> Float.intBitsToFloat(bytes.get(LittleEndian.SHORT, place * 2) << 16);
      case F64 -> (float) bytes.get(LittleEndian.DOUBLE, place * 8);
      case I64, I32, I16, I8, U8, BOOL -> wholeAt(place);
    };
  }

  /** How many elements into the bytes the element at an index in row-major order lies. */
  private long place(long index) {
    long place = 0;
    long rest = index;
    for (int axis = strides.size() - 1; axis >= 0; axis--) {
      long size = shape.sizes().get(axis);
      place += rest % size * strides.get(axis);
      rest /= size;
    }
    return place;
  }
}
