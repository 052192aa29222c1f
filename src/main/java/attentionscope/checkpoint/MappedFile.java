package attentionscope.checkpoint;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Files that are looked into where they lie: what is never looked at is never read. */
final class MappedFile {
  private MappedFile() {}

  /**
   * All bytes of a file; it stays mapped as long as they, or a part of them, are reachable.
   *
   * @throws Problem if it is missing, not a regular file or unreadable
   */
  static MemorySegment map(Path file) throws Problem {
    long size = BoundedFile.size(file);
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", file, BoundedFile.said(e));
    }
  }
}
