package attentionscope.tokenize.text;

import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression out of a file that may come from anybody: one that looks at a text for too
 * long is given up. Classes of characters are Unicode's.
 */
public final class SafePattern {
  private static final int LONGEST = 4_000;

  /** How often the letters of a text may be looked at, for each of them and at all. */
  private static final long LOOKS = 2_000;

  private static final long LOOKS_AT_ALL = 200_000_000;

  private static final Pattern SCRIPT = Pattern.compile("\\\\([pP])\\{(\\^?)([A-Za-z_]{3,})}");

  private final Pattern pattern;

  private SafePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** A pattern of our own. */
  public static SafePattern of(String regex) {
    return new SafePattern(Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS));
  }

  /** Finds a text as it stands. */
  public static SafePattern literal(String text) {
    return new SafePattern(Pattern.compile(text, Pattern.LITERAL));
  }

  /**
   * A pattern out of a file, written for Oniguruma.
   *
   * @param file for what is said
   * @throws Problem if it is none
   */
  public static SafePattern read(Object file, String regex) throws Problem {
    if (regex.length() > LONGEST) {
      throw new Problem("tokenize.problem.long-pattern", file, regex.length(), LONGEST);
    }
    try {
      return of(regex);
    } catch (PatternSyntaxException unknown) {
      return readScripts(file, regex);
    }
  }

  /** Java calls the scripts that are {@code \p{Han}} elsewhere {@code \p{IsHan}}. */
  private static SafePattern readScripts(Object file, String regex) throws Problem {
    try {
      return of(SCRIPT.matcher(regex).replaceAll("\\\\$1{$2Is$3}"));
    } catch (PatternSyntaxException fault) {
      throw new Problem(fault, "tokenize.problem.pattern", file, fault.getDescription());
    }
  }

  /**
   * A part of a text that a pattern found, or one between.
   *
   * @param begin its first letter
   * @param end the letter after it
   * @param found whether the pattern found it
   */
  public record Span(int begin, int end, boolean found) {}

  /**
   * The whole text in parts, none of them empty.
   *
   * @throws Problem if the pattern takes too long
   */
  public List<Span> spans(String text) throws Problem {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = pattern.matcher(new Looked(text));
    int after = 0;
    try {
      while (matcher.find()) {
        add(spans, after, matcher.start(), false);
        add(spans, matcher.start(), matcher.end(), true);
        after = matcher.end();
      }
    } catch (TooMuch | StackOverflowError tooMuch) {
      throw new Problem(tooMuch, "tokenize.problem.slow-pattern", pattern.pattern());
    }
    add(spans, after, text.length(), false);
    return spans;
  }

  private static void add(List<Span> spans, int begin, int end, boolean found) {
    if (begin < end) {
      spans.add(new Span(begin, end, found));
    }
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts how often its letters are looked at. */
  private static final class Looked implements CharSequence {
    private final String text;
    private long left;

    Looked(String text) {
      this.text = text;
      left = Math.min(LOOKS_AT_ALL, LOOKS * (text.length() + 10L));
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new TooMuch();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int begin, int end) {
      return text.subSequence(begin, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
