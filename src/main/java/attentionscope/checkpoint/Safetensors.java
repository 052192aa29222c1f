package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads safetensors: 8 bytes that give the length of a header, the header in JSON, and the data,
 * which every tensor names its part of. Files are mapped, not read, so that the size of a model
 * costs nothing before its weights are used.
 */
public final class Safetensors {
  /** The bound of the format's own library. */
  static final long LONGEST_HEADER = 100_000_000;

  static final int PREFIX = 8;

  private Safetensors() {}

  /**
   * Opens a file; its arrays read from it as long as they are reachable.
   *
   * @throws Problem if it cannot be read, or is not what the format demands in any point
   */
  public static ArrayFile read(Path file) throws Problem {
    MemorySegment mapped = MappedFile.map(file);
    long size = mapped.byteSize();
    if (size < PREFIX) {
      throw new Problem("checkpoint.problem.too-short", file, size);
    }
    long headerLength = mapped.get(LittleEndian.LONG, 0);
    long longest = Math.min(LONGEST_HEADER, size - PREFIX);
    if (headerLength < 0 || headerLength > longest) {
      throw new Problem(
          "checkpoint.problem.header-length", file, Long.toUnsignedString(headerLength), longest);
    }
    byte[] json = mapped.asSlice(PREFIX, headerLength).toArray(ValueLayout.JAVA_BYTE);
    SafetensorsHeader header = SafetensorsHeader.parse(file, json);
    MemorySegment data = mapped.asSlice(PREFIX + headerLength);
    checkPlaces(file, header.entries(), data.byteSize());
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
      arrays.put(entry.name(), new NdArray(entry.dtype(), entry.shape(), bytes));
    }
    return new ArrayFile(file, arrays, header.metadata());
  }

  /** The tensors cover the data from its first byte to its last, each byte once. */
  private static void checkPlaces(Path file, List<SafetensorsHeader.Entry> entries, long length)
      throws Problem {
    List<SafetensorsHeader.Entry> ordered = new ArrayList<>(entries);
    ordered.sort(
        Comparator.comparingLong(SafetensorsHeader.Entry::begin)
            .thenComparingLong(SafetensorsHeader.Entry::end));
    long covered = 0;
    String before = "";
    for (SafetensorsHeader.Entry entry : ordered) {
      if (entry.end() > length) {
        throw new Problem("checkpoint.problem.outside", file, entry.name(), entry.end(), length);
      } else if (entry.begin() < covered) {
        throw new Problem("checkpoint.problem.overlap", file, before, entry.name(), entry.begin());
      } else if (entry.begin() > covered) {
        throw new Problem("checkpoint.problem.gap", file, covered, entry.begin());
      }
      covered = entry.end();
      before = entry.name();
    }
    if (covered < length) {
      throw new Problem("checkpoint.problem.gap", file, covered, length);
    }
  }
}
