package attentionscope.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are either whole or not there: what stood in their place stays until then. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes what a file is to hold. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes beside the file first, then puts the result in its place.
   *
   * @throws Problem if its folder is missing or the file cannot be written
   */
  public static void write(Path file, Content content) throws Problem {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new Problem("files.problem.folder", file);
    }
    if (!Files.isDirectory(folder)) {
      throw new Problem("files.problem.no-folder", file, folder);
    }
    boolean replaceable = !Files.exists(file) || Files.isRegularFile(file); // a pipe is not
    Path part = replaceable ? folder.resolve(".part-" + UUID.randomUUID()) : file;
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              replaceable
                  ? Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)
                  : Files.newOutputStream(part))) {
        content.writeTo(out);
      }
      if (replaceable) {
        move(part, file);
      }
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unwritable", file, BoundedFile.said(e));
    } finally {
      if (replaceable) {
        discard(part);
      }
    }
  }

  private static void move(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path part) throws Problem {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unwritable", part, BoundedFile.said(e));
    }
  }
}
