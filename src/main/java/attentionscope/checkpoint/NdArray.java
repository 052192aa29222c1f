package attentionscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * An array of any number of axes: little-endian bytes in row-major order, in memory or in a mapped
 * file. Elements are converted when they are asked for.
 *
 * @param dtype what an element is
 * @param shape how long each axis is
 * @param bytes exactly as many as dtype and shape need; never written
 */
public record NdArray(DType dtype, Shape shape, MemorySegment bytes) {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  public NdArray {
    if (Math.multiplyExact(shape.count(), dtype.bytes()) != bytes.byteSize()) {
      throw new IllegalArgumentException(
          dtype + " " + shape + " does not have " + bytes.byteSize() + " bytes");
    }
    bytes = bytes.asReadOnly();
  }

  /** F32 of these numbers, which are copied. */
  public static NdArray of(float[] numbers, long... shape) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(numbers.length, 4)]);
    MemorySegment.copy(numbers, 0, bytes, FLOAT, 0, numbers.length);
    return new NdArray(DType.F32, Shape.of(shape), bytes);
  }

  /** I64 of these numbers, which are copied. */
  public static NdArray of(long[] numbers, long... shape) {
    MemorySegment bytes = MemorySegment.ofArray(new byte[Math.multiplyExact(numbers.length, 8)]);
    MemorySegment.copy(numbers, 0, bytes, LONG, 0, numbers.length);
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

  /** The element at a place in row-major order; true is 1. */
  public double number(long index) {
    return switch (dtype) {
      case F64 -> bytes.get(DOUBLE, index * 8);
      case F32, F16, BF16 -> single(index);
      case I64, I32, I16, I8, U8, BOOL -> whole(index);
    };
  }

  /**
   * The element at a place in row-major order; true is 1.
   *
   * @throws IllegalStateException if elements are not whole numbers
   */
  public long whole(long index) {
    return switch (dtype) {
      case I64 -> bytes.get(LONG, index * 8);
      case I32 -> bytes.get(INT, index * 4);
      case I16 -> bytes.get(SHORT, index * 2);
      case I8 -> bytes.get(ValueLayout.JAVA_BYTE, index);
      case U8 -> Byte.toUnsignedLong(bytes.get(ValueLayout.JAVA_BYTE, index));
      case BOOL -> bytes.get(ValueLayout.JAVA_BYTE, index) == 0 ? 0 : 1;
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
    if (dtype == DType.F32) {
      MemorySegment.copy(bytes, FLOAT, 0, floats, 0, floats.length);
    } else {
      for (int i = 0; i < floats.length; i++) {
        floats[i] = single(i);
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

  private float single(long index) {
    return switch (dtype) {
      case F32 -> bytes.get(FLOAT, index * 4);
      case F16 -> Float.float16ToFloat(bytes.get(SHORT, index * 2));
      case BF16 -> Float.intBitsToFloat(bytes.get(SHORT, index * 2) << 16);
      case F64 -> (float) bytes.get(DOUBLE, index * 8);
      case I64, I32, I16, I8, U8, BOOL -> whole(index);
    };
  }
}
