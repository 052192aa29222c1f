package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.files.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes safetensors. Data lie in the order of their elements' sizes, the widest first, so that
 * every array is aligned; the header keeps the order of the arrays.
 */
public final class SafetensorsWriter {
  private static final int CHUNK = 1 << 16;
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {}

  /**
   * Writes all arrays and the metadata.
   *
   * @throws Problem if the file cannot be written, or an array is called as the metadata are
   */
  public static void write(Path file, ArrayFile arrays) throws Problem {
    if (arrays.has(SafetensorsHeader.METADATA)) {
      throw new Problem("checkpoint.problem.reserved", file, SafetensorsHeader.METADATA);
    }
    List<Map.Entry<String, NdArray>> ordered = new ArrayList<>(arrays.arrays().entrySet());
    ordered.sort(Comparator.comparingInt(e -> -e.getValue().dtype().bytes()));
    WholeFile.write(
        file,
        out -> {
          byte[] header = header(arrays, ordered);
          out.write(
              ByteBuffer.allocate(Safetensors.PREFIX)
                  .order(ByteOrder.LITTLE_ENDIAN)
                  .putLong(header.length)
                  .array());
          out.write(header);
          for (Map.Entry<String, NdArray> entry : ordered) {
            writeBytes(entry.getValue().rowMajor().bytes(), out);
          }
        });
  }

  private static byte[] header(ArrayFile arrays, List<Map.Entry<String, NdArray>> ordered) {
    Map<String, Long> begins = new HashMap<>();
    long end = 0;
    for (Map.Entry<String, NdArray> entry : ordered) {
      begins.put(entry.getKey(), end);
      end += entry.getValue().size();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonMapper().createGenerator(bytes)) {
      json.writeStartObject();
      if (!arrays.metadata().isEmpty()) {
        json.writeName(SafetensorsHeader.METADATA).writeStartObject();
        arrays.metadata().forEach(json::writeStringProperty);
        json.writeEndObject();
      }
      arrays
          .arrays()
          .forEach(
              (name, array) -> {
                long begin = begins.getOrDefault(name, 0L);
                json.writeName(name).writeStartObject();
                json.writeStringProperty("dtype", array.dtype().name());
                json.writeName("shape").writeStartArray();
                array.shape().sizes().forEach(json::writeNumber);
                json.writeEndArray().writeName("data_offsets").writeStartArray();
                json.writeNumber(begin).writeNumber(begin + array.size());
                json.writeEndArray().writeEndObject();
              });
      json.writeEndObject();
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  static void writeBytes(MemorySegment bytes, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
      int length = (int) Math.min(CHUNK, bytes.byteSize() - at);
      MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, chunk, 0, length);
      out.write(chunk, 0, length);
    }
  }
}
