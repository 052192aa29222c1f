package attentionscope.tokenize.normal;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.Aligned;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The table by which SentencePiece rewrites characters: the longest beginning of what is left that
 * the table knows is replaced. It is a double-array trie over UTF-8 (Aoe 1989), in which a unit
 * holds a label, the distance to its children and whether it has a leaf; leaves point at texts that
 * end with a zero byte.
 */
public final class CharacterMap implements Normalizer {
  private final ByteBuffer units;
  private final byte[] texts;

  private CharacterMap(ByteBuffer units, byte[] texts) {
    this.units = units;
    this.texts = texts;
  }

  /**
   * Reads the table: four bytes of length, the trie, the texts. An empty one changes nothing.
   *
   * @param file for what is said
   * @throws Problem if the length is not one of whole units within the table
   */
  public static Normalizer read(Object file, byte[] table) throws Problem {
    if (table.length == 0) {
      return NONE;
    }
    ByteBuffer all = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    int size = table.length < 4 ? -1 : all.getInt();
    if (size < 4 || size % 4 != 0 || size > all.remaining()) {
      throw new Problem("tokenize.problem.character-map", file);
    }
    return new CharacterMap(
        all.slice(4, size).order(ByteOrder.LITTLE_ENDIAN),
        Arrays.copyOfRange(table, 4 + size, table.length));
  }

  @Override
  public Aligned apply(Aligned text) {
    Aligned.Writer out = new Aligned.Writer();
    String letters = text.text();
    for (int at = 0; at < letters.length(); ) {
      at = step(text, at, out);
    }
    return out.done();
  }

  /** Rewrites what begins at a letter; returns the letter to go on with. */
  private int step(Aligned text, int at, Aligned.Writer out) {
    String letters = text.text();
    int end = -1;
    int place = 0;
    long node = node(0, unit(0));
    for (int i = at; i < letters.length() && node >= 0; ) {
      int codePoint = letters.codePointAt(i);
      i += Character.charCount(codePoint);
      for (byte value : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
        node = node < 0 ? node : child(node, value & 0xFF);
      }
      int leaf = node < 0 ? -1 : leaf(node);
      if (leaf >= 0) {
        end = i;
        place = leaf;
      }
    }
    if (end < 0) {
      int next = at + Character.charCount(letters.codePointAt(at));
      out.copy(text, at, next);
      return next;
    }
    out.replace(text, at, end, textAt(place));
    return end;
  }

  /** A place in the trie: where its children are counted from, and whether it has a leaf. */
  private static long node(long at, int unit) {
    long children = at ^ ((unit >>> 10) << ((unit & (1 << 9)) >>> 6));
    return children << 1 | (unit >>> 8 & 1);
  }

  /** The unit at an index; one that leads nowhere beyond the trie. */
  private int unit(long index) {
    return index < units.capacity() / 4 ? units.getInt(4 * (int) index) : -1;
  }

  private long child(long node, int label) {
    long at = node >>> 1 ^ label;
    int unit = unit(at);
    boolean matches = (unit & (1 << 31 | 0xFF)) == label;
    return matches ? node(at, unit) : -1;
  }

  /** Where the text of a leaf begins, or -1. */
  private int leaf(long node) {
    if ((node & 1) == 0) {
      return -1;
    }
    int place = unit(node >>> 1) & Integer.MAX_VALUE;
    return place < texts.length ? place : -1;
  }

  private String textAt(int place) {
    int end = place;
    while (end < texts.length && texts[end] != 0) {
      end++;
    }
    return new String(texts, place, end - place, StandardCharsets.UTF_8);
  }
}
