package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A part of a zip file.
 *
 * @param file the zip file
 * @param name in the zip
 * @param method 0 as it is, 8 deflated
 * @param sum its CRC-32
 * @param packed as it lies in the file
 * @param begin where that is in the file
 * @param size its bytes when unpacked, as the zip claims
 */
record ZipPart(
    Path file, String name, int method, int sum, MemorySegment packed, long begin, long size) {

  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  /** Whether its bytes lie in the file as they are. */
  boolean isStored() {
    return method == STORED;
  }

  /**
   * Its bytes: in place where they are stored, else unpacked.
   *
   * @param most that may be unpacked
   * @throws Problem if it is damaged, packed in another way, or larger
   */
  MemorySegment bytes(long most) throws Problem {
    if (method == STORED) {
      if (size != packed.byteSize()) {
        throw damaged();
      }
      return packed;
    }
    if (method != DEFLATED) {
      throw new Problem("checkpoint.problem.zip-method", file, name);
    }
    if (size > most) {
      throw new Problem("checkpoint.problem.zip-large", file, name, size, most);
    }
    // One byte more than claimed tells of a part that goes on.
    byte[] unpacked = new byte[Math.toIntExact(size) + 1];
    if (inflate(unpacked) != size) {
      throw damaged();
    }
    MemorySegment bytes = MemorySegment.ofArray(unpacked).asSlice(0, size);
    checkSum(bytes);
    return bytes;
  }

  private int inflate(byte[] unpacked) throws Problem {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed.asByteBuffer());
      int length = 0;
      while (length < unpacked.length && !inflater.finished()) {
        int more = inflater.inflate(unpacked, length, unpacked.length - length);
        if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw damaged();
        }
        length += more;
      }
      return length;
    } catch (DataFormatException e) {
      throw new Problem(e, "checkpoint.problem.npz-sum", file, name);
    }
  }

  /**
   * Reads all of it to see whether it is whole; numbers that are used in place are not read for
   * that.
   */
  void checkSum(MemorySegment bytes) throws Problem {
    CRC32 found = new CRC32();
    found.update(bytes.asByteBuffer());
    if ((int) found.getValue() != sum) {
      throw damaged();
    }
  }

  private Problem damaged() {
    return new Problem("checkpoint.problem.npz-sum", file, name);
  }
}
