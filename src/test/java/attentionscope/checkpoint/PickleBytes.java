package attentionscope.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles for tests, honest ones and others. */
final class PickleBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Instructions as they are. */
  PickleBytes raw(int... codes) {
    for (int code : codes) {
      out.write(code);
    }
    return this;
  }

  PickleBytes raw(String ascii) {
    out.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  PickleBytes global(String module, String name) {
    return raw("c" + module + "\n" + name + "\n");
  }

  PickleBytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write('X');
    out.writeBytes(little(4).putInt(bytes.length).array());
    out.writeBytes(bytes);
    return this;
  }

  PickleBytes whole(long value) {
    out.write(0x8a);
    out.write(8);
    out.writeBytes(little(8).putLong(value).array());
    return this;
  }

  PickleBytes tuple(long... values) {
    raw("(");
    for (long value : values) {
      whole(value);
    }
    return raw("t");
  }

  /** A tensor of a storage of F32 with this key. */
  PickleBytes tensor(String key, long count, long offset, long[] sizes, long[] strides) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .raw("((")
        .text("storage")
        .global("torch", "FloatStorage")
        .text(key)
        .text("cpu")
        .whole(count)
        .raw("tQ")
        .whole(offset)
        .tuple(sizes)
        .tuple(strides)
        .raw(0x89)
        .global("collections", "OrderedDict")
        .raw(")RtR");
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
