package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Where the parts of a zip file lie, so that those that are stored as they are can be used in
 * place. The directory at the end of the file counts, with its 64-bit form; nothing is unpacked.
 */
final class ZipParts {

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_64 = 0x06064b50;

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int END_64_BYTES = 56;
  private static final int LONGEST_COMMENT = 0xFFFF;

  /** Stands where a number needs the 64-bit form. */
  private static final long IN_64 = 0xFFFFFFFFL;

  private static final int MOST_PARTS = 200_000;

  private final Path file;
  private final MemorySegment bytes;

  private ZipParts(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Whether a file begins as zip files do. */
  static boolean looksLikeZip(MemorySegment bytes) {
    return bytes.byteSize() >= 4 && bytes.get(LittleEndian.INT, 0) == LOCAL;
  }

  /**
   * All parts by name, in the directory's order.
   *
   * @param bytes of the whole file
   * @throws Problem if the directory is missing or damaged, has a name twice, or parts lie outside
   *     the file or over each other
   */
  static SequencedMap<String, ZipPart> of(Path file, MemorySegment bytes) throws Problem {
    return new ZipParts(file, bytes).read();
  }

  private SequencedMap<String, ZipPart> read() throws Problem {
    long end = end();
    long count = Short.toUnsignedLong(bytes.get(LittleEndian.SHORT, end + 10));
    long begin = Integer.toUnsignedLong(bytes.get(LittleEndian.INT, end + 16));
    long locator = end - LOCATOR_64_BYTES;
    if (locator >= 0 && bytes.get(LittleEndian.INT, locator) == LOCATOR_64) {
      long end64 = bytes.get(LittleEndian.LONG, locator + 8);
      if (!holds(end64, END_64_BYTES) || bytes.get(LittleEndian.INT, end64) != END_64) {
        throw noDirectory();
      }
      count = bytes.get(LittleEndian.LONG, end64 + 32);
      begin = bytes.get(LittleEndian.LONG, end64 + 48);
    }
    if (count < 0 || count > MOST_PARTS) {
      throw new Problem(
          "checkpoint.problem.zip-parts", file, Long.toUnsignedString(count), MOST_PARTS);
    }
    SequencedMap<String, ZipPart> parts = new LinkedHashMap<>();
    long at = begin;
    for (long i = 0; i < count; i++) {
      if (!holds(at, CENTRAL_BYTES) || bytes.get(LittleEndian.INT, at) != CENTRAL) {
        throw noDirectory();
      }
      ZipPart part = part(at);
      if (parts.put(part.name(), part) != null) {
        throw new Problem("checkpoint.problem.twice", file, part.name());
      }
      at += CENTRAL_BYTES + length(at + 28) + length(at + 30) + length(at + 32);
    }
    checkPlaces(parts, begin);
    return parts;
  }

  /** Where the record at the file's end begins; a comment may follow it. */
  private long end() throws Problem {
    long last = bytes.byteSize() - END_BYTES;
    for (long at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (bytes.get(LittleEndian.INT, at) == END) {
        return at;
      }
    }
    throw noDirectory();
  }

  private ZipPart part(long at) throws Problem {
    int nameLength = length(at + 28);
    int extraLength = length(at + 30);
    if (!holds(at + CENTRAL_BYTES, (long) nameLength + extraLength)) {
      throw noDirectory();
    }
    byte[] name = bytes.asSlice(at + CENTRAL_BYTES, nameLength).toArray(ValueLayout.JAVA_BYTE);
    String text = new String(name, StandardCharsets.UTF_8);
    long extra = at + CENTRAL_BYTES + nameLength;
    long[] numbers = {
      Integer.toUnsignedLong(bytes.get(LittleEndian.INT, at + 24)),
      Integer.toUnsignedLong(bytes.get(LittleEndian.INT, at + 20)),
      Integer.toUnsignedLong(bytes.get(LittleEndian.INT, at + 42))
    };
    widen(numbers, extra, extra + extraLength);
    long local = numbers[2];
    if (!holds(local, LOCAL_BYTES) || bytes.get(LittleEndian.INT, local) != LOCAL) {
      throw outside(text);
    }
    long data = local + LOCAL_BYTES + length(local + 26) + length(local + 28);
    if (numbers[0] < 0 || !holds(data, numbers[1])) {
      throw outside(text);
    }
    boolean encrypted = (bytes.get(LittleEndian.SHORT, at + 8) & 1) != 0;
    int method = encrypted ? -1 : length(at + 10);
    MemorySegment packed = bytes.asSlice(data, numbers[1]);
    return new ZipPart(
        file, text, method, bytes.get(LittleEndian.INT, at + 16), packed, data, numbers[0]);
  }

  /** Takes the numbers that need 64 bits from the field that is there for them. */
  private void widen(long[] numbers, long from, long to) throws Problem {
    for (long at = from; at + 4 <= to; at += 4 + length(at + 2)) {
      if (length(at) == 1) {
        long next = at + 4;
        for (int i = 0; i < numbers.length; i++) {
          if (numbers[i] == IN_64) {
            if (next + 8 > to) {
              throw noDirectory();
            }
            numbers[i] = bytes.get(LittleEndian.LONG, next);
            next += 8;
          }
        }
        return;
      }
    }
  }

  private void checkPlaces(SequencedMap<String, ZipPart> parts, long directory) throws Problem {
    List<ZipPart> ordered = new ArrayList<>(parts.values());
    ordered.sort(Comparator.comparingLong(ZipPart::begin));
    long used = 0;
    String before = "";
    for (ZipPart part : ordered) {
      if (part.begin() < used) {
        throw new Problem(
            "checkpoint.problem.zip-overlap", file, before, part.name(), part.begin());
      }
      used = part.begin() + part.packed().byteSize();
      before = part.name();
      if (used > directory) {
        throw outside(part.name());
      }
    }
  }

  private int length(long at) {
    return Short.toUnsignedInt(bytes.get(LittleEndian.SHORT, at));
  }

  private boolean holds(long at, long length) {
    return at >= 0 && length >= 0 && length <= bytes.byteSize() && at <= bytes.byteSize() - length;
  }

  private Problem noDirectory() {
    return new Problem("checkpoint.problem.zip-directory", file);
  }

  private Problem outside(String name) {
    return new Problem("checkpoint.problem.zip-outside", file, name);
  }
}
