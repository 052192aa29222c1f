package attentionscope.tokenize.pipeline;

import attentionscope.tokenize.piece.Unknown;
import attentionscope.tokenize.split.Metaspace;
import attentionscope.tokenize.text.ByteLetters;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * How pieces are shown: a space as {@code ␣}, the end of a line as {@code ⏎}, a tabulator as {@code
 * ⇥}, a byte that is no whole character as {@code <E2>}.
 */
public enum Lettering {
  /** Pieces are written as they read, as {@code ##ing} is. */
  PLAIN,
  /** Pieces are written with the letters of bytes. */
  BYTES,
  /** Spaces are written {@code ▁}, and single bytes {@code <0xE2>}. */
  MARKS;

  /** What is shown of a piece. */
  public String label(String piece) {
    return switch (this) {
      case PLAIN -> shown(piece);
      case BYTES -> bytes(ByteLetters.bytes(piece));
      case MARKS -> {
        OptionalInt value = Unknown.value(piece);
        yield value.isPresent()
            ? hex((byte) value.getAsInt())
            : shown(piece.replace(Metaspace.MARK, " "));
      }
    };
  }

  /** Whole characters as they are, and what is left over byte by byte. */
  private static String bytes(byte[] bytes) {
    StringBuilder label = new StringBuilder();
    for (int at = 0; at < bytes.length; ) {
      int length = length(bytes[at]);
      String text =
          at + length <= bytes.length
              ? new String(bytes, at, length, StandardCharsets.UTF_8)
              : "\uFFFD";
      if (text.indexOf('\uFFFD') >= 0) {
        label.append(hex(bytes[at]));
        at++;
      } else {
        label.append(shown(text));
        at += length;
      }
    }
    return label.toString();
  }

  /** How many bytes a character has that begins with one. */
  private static int length(byte first) {
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    return Math.max(1, Math.min(4, ones));
  }

  private static String hex(byte value) {
    return "<" + HexFormat.of().withUpperCase().toHexDigits(value) + ">";
  }

  private static String shown(String text) {
    StringBuilder label = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case ' ' -> label.append('␣');
                case '\n' -> label.append('⏎');
                case '\t' -> label.append('⇥');
                default -> {
                  if (Character.isISOControl(c)) {
                    label.append(hex((byte) c));
                  } else {
                    label.appendCodePoint(c);
                  }
                }
              }
            });
    return label.toString();
  }
}
