package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads a message of Protocol Buffers field by field (the encoding's public description: a key is
 * number · 8 + form; forms are varint, 8 bytes, length and bytes, 4 bytes).
 */
final class Protobuf {
  private final Path file;
  private final ByteBuffer bytes;
  private int form;

  Protobuf(Path file, ByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The number of the next field, or 0 behind the last. */
  int next() throws Problem {
    if (!bytes.hasRemaining()) {
      return 0;
    }
    long key = varint();
    form = (int) (key & 7);
    long number = key >>> 3;
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw damaged();
    }
    return (int) number;
  }

  private Problem damaged() {
    return new Problem("tokenize.problem.protobuf", file);
  }

  private void need(int wanted, int count) throws Problem {
    if (form != wanted || bytes.remaining() < count) {
      throw damaged();
    }
  }

  private long varint() throws Problem {
    long value = 0;
    for (int shift = 0; shift < 64 && bytes.hasRemaining(); shift += 7) {
      byte part = bytes.get();
      value |= (long) (part & 0x7F) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw damaged();
  }

  int whole() throws Problem {
    need(0, 1);
    return (int) varint();
  }

  boolean flag() throws Problem {
    return whole() != 0;
  }

  float number() throws Problem {
    need(5, 4);
    return bytes.getFloat();
  }

  byte[] bytes() throws Problem {
    ByteBuffer part = part();
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    return copy;
  }

  String text() throws Problem {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  Protobuf message() throws Problem {
    return new Protobuf(file, part());
  }

  private ByteBuffer part() throws Problem {
    need(2, 0);
    long length = varint();
    if (length < 0 || length > bytes.remaining()) {
      throw damaged();
    }
    ByteBuffer part = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return part;
  }

  /** Passes over a field that is not needed. */
  void skip() throws Problem {
    switch (form) {
      case 0 -> varint();
      case 1 -> skip(8);
      case 2 -> part();
      case 5 -> skip(4);
      default -> throw damaged();
    }
  }

  private void skip(int count) throws Problem {
    need(form, count);
    bytes.position(bytes.position() + count);
  }
}
