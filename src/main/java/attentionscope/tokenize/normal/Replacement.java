package attentionscope.tokenize.normal;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.Aligned;
import attentionscope.tokenize.text.SafePattern;

/** Puts {@code content} wherever {@code pattern} finds something. */
public record Replacement(SafePattern pattern, String content) implements Normalizer {

  @Override
  public Aligned apply(Aligned text) throws Problem {
    Aligned.Writer out = new Aligned.Writer();
    for (SafePattern.Span span : pattern.spans(text.text())) {
      if (span.found()) {
        out.replace(text, span.begin(), span.end(), content);
      } else {
        out.copy(text, span.begin(), span.end());
      }
    }
    return out.done();
  }
}
