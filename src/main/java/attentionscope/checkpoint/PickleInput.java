package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of one or more pickles, read from front to back; never beyond their end. */
final class PickleInput {
  private static final ValueLayout.OfDouble BIG_ENDIAN_DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Longer than any name or note beside weights. */
  private static final int LONGEST_TEXT = 1 << 20;

  private final Path file;
  private final MemorySegment bytes;
  private final long begin;
  private long at;

  /**
   * @param begin where the bytes lie in the file, for messages
   */
  PickleInput(Path file, MemorySegment bytes, long begin) {
    this.file = file;
    this.bytes = bytes;
    this.begin = begin;
  }

  /** How many bytes have been read. */
  long at() {
    return at;
  }

  int next() throws Problem {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, take(1)));
  }

  int nextShort() throws Problem {
    return Short.toUnsignedInt(bytes.get(LittleEndian.SHORT, take(2)));
  }

  int nextInt() throws Problem {
    return bytes.get(LittleEndian.INT, take(4));
  }

  long nextLong() throws Problem {
    return bytes.get(LittleEndian.LONG, take(8));
  }

  double nextDouble() throws Problem {
    return bytes.get(BIG_ENDIAN_DOUBLE, take(8));
  }

  /** A whole number of any length. */
  BigInteger nextWhole(long length) throws Problem {
    byte[] number = nextBytes(length);
    byte[] bigEndian = new byte[number.length + 1];
    bigEndian[0] = (byte) (number.length > 0 && number[number.length - 1] < 0 ? -1 : 0);
    for (int i = 0; i < number.length; i++) {
      bigEndian[number.length - i] = number[i];
    }
    return new BigInteger(bigEndian);
  }

  String nextText(long length) throws Problem {
    return new String(nextBytes(length), StandardCharsets.UTF_8);
  }

  /** The text up to the end of the line. */
  String nextLine() throws Problem {
    long start = at;
    while (next() != '\n') {
      if (at - start > LONGEST_TEXT) {
        throw tooLong(at - start);
      }
    }
    byte[] line = bytes.asSlice(start, at - 1 - start).toArray(ValueLayout.JAVA_BYTE);
    return new String(line, StandardCharsets.UTF_8);
  }

  /** Bytes that are not part of a pickle, where they lie. */
  MemorySegment nextRaw(long length) throws Problem {
    return bytes.asSlice(take(length), length);
  }

  private byte[] nextBytes(long length) throws Problem {
    if (length < 0 || length > LONGEST_TEXT) {
      throw tooLong(length);
    }
    return bytes.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE);
  }

  private Problem tooLong(long length) {
    return problem("checkpoint.problem.pickle-text", Long.toUnsignedString(length), LONGEST_TEXT);
  }

  private long take(long length) throws Problem {
    if (length < 0 || length > bytes.byteSize() - at) {
      throw new Problem("checkpoint.problem.pickle-end", file);
    }
    long from = at;
    at += length;
    return from;
  }

  /** A problem at the byte before. */
  Problem problem(String key, Object... args) {
    Object[] all = new Object[args.length + 2];
    all[0] = file;
    all[1] = begin + Math.max(0, at - 1);
    System.arraycopy(args, 0, all, 2, args.length);
    return new Problem(key, all);
  }
}
