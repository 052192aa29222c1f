package attentionscope.figure.paint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes pictures as PNG: 8 bits a channel with alpha, no filter (PNG 1.2, sections 4 and 6). */
public final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] NONE = {};

  private Png() {}

  /**
   * The bytes of a file.
   *
   * @param argb width x height pixels, row by row, not premultiplied
   */
  public static byte[] encode(int[] argb, int width, int height) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    chunk(file, "IHDR", header);
    chunk(file, "IDAT", deflated(rows(argb, width, height)));
    chunk(file, "IEND", NONE);
    return file.toByteArray();
  }

  // each row begins with its filter: 0 for none
  private static byte[] rows(int[] argb, int width, int height) {
    ByteBuffer rows = ByteBuffer.allocate(height * (1 + 4 * width));
    for (int row = 0; row < height; row++) {
      rows.put((byte) 0);
      for (int column = 0; column < width; column++) {
        rows.putInt(Integer.rotateLeft(argb[row * width + column], 8));
      }
    }
    return rows.array();
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        result.write(buffer, 0, deflater.deflate(buffer));
      }
      return result.toByteArray();
    }
  }

  private static void chunk(ByteArrayOutputStream file, String name, byte[] content) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(type);
    check.update(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(type);
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
