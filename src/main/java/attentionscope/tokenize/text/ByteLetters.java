package attentionscope.tokenize.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The alphabet of byte-level vocabularies: each of the 256 bytes has a letter that can be seen.
 * Bytes that are letters of Latin-1 stand for themselves; the others, such as the space, take the
 * letters from U+0100 on in order, so that a space is {@code Ġ} (Radford et al. 2019, GPT-2).
 */
public final class ByteLetters {
  private static final int FIRST = 0x100;
  private static final String LETTERS = letters();

  private ByteLetters() {}

  private static String letters() {
    StringBuilder all = new StringBuilder();
    int next = FIRST;
    for (int value = 0; value < 256; value++) {
      boolean seen =
          (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
      all.append(seen ? (char) value : (char) next++);
    }
    return all.toString();
  }

  /** The letters of a text's UTF-8 bytes. */
  public static String of(String text) {
    StringBuilder letters = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      letters.append(LETTERS.charAt(value & 0xFF));
    }
    return letters.toString();
  }

  /** The bytes that letters stand for; a text with any other letter stands for itself. */
  public static byte[] bytes(String letters) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      int value = LETTERS.indexOf(letters.charAt(i));
      if (value < 0) {
        return letters.getBytes(StandardCharsets.UTF_8);
      }
      bytes.write(value);
    }
    return bytes.toByteArray();
  }
}
