package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads weights that PyTorch saved, in the zip of today or the older file of pickles. Nothing in
 * them is run, and numbers stay where they lie in the file.
 */
final class TorchFile {
  private static final int PICKLE = 0x80;

  /** Where a tar file, the first form of all, says what it is. */
  private static final int TAR_MARK = 257;

  private TorchFile() {}

  /**
   * Opens a file; its arrays read from it as long as they are reachable.
   *
   * @throws Problem if it cannot be read, holds anything but tensors, ordered dictionaries, numbers
   *     and texts, or is damaged
   */
  static ArrayFile read(Path file) throws Problem {
    MemorySegment bytes = MappedFile.map(file);
    if (ZipParts.looksLikeZip(bytes)) {
      return TorchZip.read(file, bytes);
    }
    if (bytes.byteSize() > 0 && Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, 0)) == PICKLE) {
      return TorchPickles.read(file, bytes);
    }
    throw new Problem(
        isTar(bytes) ? "checkpoint.problem.torch-tar" : "checkpoint.problem.torch-form", file);
  }

  private static boolean isTar(MemorySegment bytes) {
    byte[] mark = "ustar".getBytes(StandardCharsets.US_ASCII);
    return bytes.byteSize() > TAR_MARK + mark.length
        && bytes.asSlice(TAR_MARK, mark.length).mismatch(MemorySegment.ofArray(mark)) < 0;
  }
}
