package attentionscope.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads whole files that may come from anybody: never more than was asked for. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * The text of a UTF-8 file, without a byte order mark.
   *
   * @param maxBytes the most the file may hold
   * @throws Problem if it is missing, not a file, too large, unreadable or not UTF-8
   */
  public static String readText(Path file, long maxBytes) throws Problem {
    ByteBuffer bytes = ByteBuffer.wrap(readBytes(file, maxBytes));
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, text, true);
    if (result.isError()) {
      throw new Problem("files.problem.not-text", file, bytes.position());
    }
    text.flip();
    return text.length() > 0 && text.charAt(0) == '\uFEFF'
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  /**
   * The bytes of a file.
   *
   * @param maxBytes the most the file may hold
   * @throws Problem if it is missing, not a file, too large or unreadable
   */
  public static byte[] readBytes(Path file, long maxBytes) throws Problem {
    long size = size(file);
    if (size > maxBytes) {
      throw new Problem("files.problem.too-large", file, size, maxBytes);
    }
    int most = Math.toIntExact(Math.min(maxBytes, Integer.MAX_VALUE - 16L));
    // The file may grow between the two looks: one byte more than allowed tells.
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new Problem("files.problem.too-large", file, bytes.length, maxBytes);
      }
      return bytes;
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", file, said(e));
    }
  }

  /**
   * How many bytes a file holds.
   *
   * @throws Problem if it is missing, not a regular file or unreadable
   */
  public static long size(Path file) throws Problem {
    if (Files.isDirectory(file)) {
      throw new Problem("files.problem.folder", file);
    }
    if (!Files.exists(file)) {
      throw new Problem("files.problem.missing", file);
    }
    if (!Files.isRegularFile(file)) {
      throw new Problem("files.problem.not-a-file", file);
    }
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new Problem(e, "files.problem.unreadable", file, said(e));
    }
  }

  /** What an exception of the system says, or its kind where it says nothing. */
  public static String said(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }
}
