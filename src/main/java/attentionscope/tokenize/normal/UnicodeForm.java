package attentionscope.tokenize.normal;

import attentionscope.tokenize.text.Aligned;
import java.text.Normalizer.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A normal form of Unicode: letters and their accents as one character (NFC) or apart (NFD), and
 * with look-alikes made one (NFKC, NFKD).
 */
public record UnicodeForm(Form form) implements Normalizer {
  /** What a reader takes for one character: nothing is composed beyond it. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  @Override
  public Aligned apply(Aligned text) {
    String letters = text.text();
    if (java.text.Normalizer.isNormalized(letters, form)) {
      return text;
    }
    Aligned.Writer out = new Aligned.Writer();
    Matcher matcher = CHARACTER.matcher(letters);
    while (matcher.find()) {
      out.replace(
          text,
          matcher.start(),
          matcher.end(),
          java.text.Normalizer.normalize(matcher.group(), form));
    }
    return out.done();
  }
}
