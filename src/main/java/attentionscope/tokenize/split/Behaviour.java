package attentionscope.tokenize.split;

import attentionscope.tokenize.text.SafePattern.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What becomes of what a pattern finds. */
public enum Behaviour {
  /** It goes. */
  REMOVED,
  /** It is a word of its own. */
  ISOLATED,
  /** It ends the word before. */
  MERGED_WITH_PREVIOUS,
  /** It begins the next word. */
  MERGED_WITH_NEXT,
  /** What was found stays together, and so does what lies between. */
  CONTIGUOUS;

  /** The words that the parts of a text make; whether a part was found no longer matters. */
  List<Span> words(List<Span> spans) {
    return switch (this) {
      case REMOVED -> spans.stream().filter(span -> !span.found()).toList();
      case ISOLATED -> spans;
      case MERGED_WITH_PREVIOUS -> merged(spans, true);
      case CONTIGUOUS -> merged(spans, false);
      case MERGED_WITH_NEXT -> {
        List<Span> words = new ArrayList<>();
        boolean foundAfter = false;
        for (Span span : spans.reversed()) {
          join(words, span, span.found() && !foundAfter);
          foundAfter = span.found();
        }
        Collections.reverse(words);
        yield words;
      }
    };
  }

  /** Joins what was found to what was not found before it, or like to like. */
  private static List<Span> merged(List<Span> spans, boolean toOther) {
    List<Span> words = new ArrayList<>();
    boolean foundBefore = false;
    for (Span span : spans) {
      join(words, span, toOther ? span.found() && !foundBefore : span.found() == foundBefore);
      foundBefore = span.found();
    }
    return words;
  }

  private static void join(List<Span> words, Span span, boolean joins) {
    if (joins && !words.isEmpty()) {
      Span last = words.removeLast();
      words.add(
          new Span(Math.min(last.begin(), span.begin()), Math.max(last.end(), span.end()), false));
    } else {
      words.add(span);
    }
  }
}
