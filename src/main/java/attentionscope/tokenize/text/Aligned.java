package attentionscope.tokenize.text;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * A text, or a part of one, that knows where each of its letters stood in the text that was typed,
 * however often it was rewritten since. Letters are UTF-16 units, as everywhere in Java.
 */
public final class Aligned {
  private final String text;
  private final int[] from;
  private final int[] to;

  private Aligned(String text, int[] from, int[] to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** What was typed. Half of a surrogate pair, which no encoding can write, becomes U+FFFD. */
  public static Aligned of(String typed) {
    StringBuilder whole = new StringBuilder(typed);
    int[] from = new int[typed.length()];
    int[] to = new int[typed.length()];
    for (int i = 0; i < typed.length(); ) {
      int codePoint = typed.codePointAt(i);
      int length = Character.charCount(codePoint);
      if (length == 1 && Character.isSurrogate((char) codePoint)) {
        whole.setCharAt(i, '\uFFFD');
      }
      Arrays.fill(from, i, i + length, i);
      Arrays.fill(to, i, i + length, i + length);
      i += length;
    }
    return new Aligned(whole.toString(), from, to);
  }

  public String text() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Where the letters {@code begin} to {@code end} (without it; at least one) started. */
  public int from(int begin, int end) {
    return Arrays.stream(from, begin, end).min().orElseThrow();
  }

  /** Where those letters ended. */
  public int to(int begin, int end) {
    return Arrays.stream(to, begin, end).max().orElseThrow();
  }

  /** The letters {@code begin} to {@code end}, without it. */
  public Aligned part(int begin, int end) {
    return begin == 0 && end == text.length()
        ? this
        : new Aligned(
            text.substring(begin, end),
            Arrays.copyOfRange(from, begin, end),
            Arrays.copyOfRange(to, begin, end));
  }

  /** Every character replaced by what it becomes, which may be nothing. */
  public Aligned eachCharacter(IntFunction<String> becomes) {
    Writer out = new Writer();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      out.replace(this, i, next, becomes.apply(codePoint));
      i = next;
    }
    return out.done();
  }

  /** With {@code start} in front, which stands for the first letter; for none if there is none. */
  public Aligned startingWith(String start) {
    Writer out = new Writer();
    out.write(start, isEmpty() ? 0 : from[0], isEmpty() ? 0 : to[0]);
    out.copy(this, 0, text.length());
    return out.done();
  }

  /** Puts a text together from parts of others. */
  public static final class Writer {
    private final StringBuilder text = new StringBuilder();
    private int[] from = new int[64];
    private int[] to = new int[64];

    /** Letters {@code begin} to {@code end} of another text, as they are. */
    public void copy(Aligned other, int begin, int end) {
      reserve(end - begin);
      System.arraycopy(other.from, begin, from, text.length(), end - begin);
      System.arraycopy(other.to, begin, to, text.length(), end - begin);
      text.append(other.text, begin, end);
    }

    /** New letters in place of the letters {@code begin} to {@code end} of another text. */
    public void replace(Aligned other, int begin, int end, String letters) {
      if (letters.contentEquals(other.text.subSequence(begin, end))) {
        copy(other, begin, end);
      } else if (!letters.isEmpty()) {
        write(letters, other.from(begin, end), other.to(begin, end));
      }
    }

    private void write(String letters, int first, int last) {
      reserve(letters.length());
      Arrays.fill(from, text.length(), text.length() + letters.length(), first);
      Arrays.fill(to, text.length(), text.length() + letters.length(), last);
      text.append(letters);
    }

    private void reserve(int more) {
      int needed = text.length() + more;
      if (needed > from.length) {
        from = Arrays.copyOf(from, Math.max(needed, 2 * from.length));
        to = Arrays.copyOf(to, from.length);
      }
    }

    public Aligned done() {
      return new Aligned(
          text.toString(), Arrays.copyOf(from, text.length()), Arrays.copyOf(to, text.length()));
    }
  }
}
