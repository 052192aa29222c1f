package attentionscope.tokenize.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes small vocabularies in the older forms. */
final class SmallVocabulary {
  static final int NORMAL = 1;
  static final int UNKNOWN = 2;
  static final int CONTROL = 3;
  static final int USER_DEFINED = 4;
  static final int BYTE = 6;

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  static void write(Path folder, String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A {@code vocab.json} in which every piece has its place as id. */
  static String numbered(List<String> pieces) {
    StringBuilder json = new StringBuilder("{");
    for (int id = 0; id < pieces.size(); id++) {
      String piece = pieces.get(id).replace("\\", "\\\\").replace("\"", "\\\"");
      json.append(id > 0 ? ", " : "").append('"').append(piece).append("\": ").append(id);
    }
    return json.append("}").toString();
  }

  /** One more piece of a SentencePiece model. */
  SmallVocabulary piece(String text, double score, int type) {
    SmallVocabulary piece = new SmallVocabulary();
    piece.bytes(1, text.getBytes(StandardCharsets.UTF_8));
    piece.message.write((2 << 3) | 5);
    piece.message.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat((float) score).array());
    piece.whole(3, type);
    bytes(1, piece.message.toByteArray());
    return this;
  }

  /** The kind of the model: 1 unigram, 2 BPE; whether what is unknown becomes bytes. */
  SmallVocabulary kind(int kind, boolean byteFallback) {
    SmallVocabulary trainer = new SmallVocabulary();
    trainer.whole(3, kind);
    trainer.whole(35, byteFallback ? 1 : 0);
    bytes(2, trainer.message.toByteArray());
    return this;
  }

  SmallVocabulary normalizer(boolean spaceInFront, boolean fewerSpaces) {
    SmallVocabulary normalizer = new SmallVocabulary();
    normalizer.whole(3, spaceInFront ? 1 : 0);
    normalizer.whole(4, fewerSpaces ? 1 : 0);
    bytes(3, normalizer.message.toByteArray());
    return this;
  }

  void write(Path folder, String name) throws IOException {
    Files.write(folder.resolve(name), message.toByteArray());
  }

  byte[] toBytes() {
    return message.toByteArray();
  }

  private void whole(int field, int value) {
    varint(field << 3);
    varint(value);
  }

  private void bytes(int field, byte[] bytes) {
    varint((field << 3) | 2);
    varint(bytes.length);
    message.writeBytes(bytes);
  }

  private void varint(int value) {
    int left = value;
    while (left >= 0x80) {
      message.write((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    message.write(left);
  }
}
