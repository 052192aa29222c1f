package attentionscope.tokenize.split;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.Aligned;
import attentionscope.tokenize.text.SafePattern;
import attentionscope.tokenize.text.SafePattern.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts where a pattern finds something.
 *
 * @param pattern what is looked for
 * @param behaviour what becomes of it
 * @param invert whether it becomes of what the pattern does not find instead
 */
public record PatternSplit(SafePattern pattern, Behaviour behaviour, boolean invert)
    implements Splitter {

  /** A sign of punctuation: Unicode's, and all of ASCII that is no letter, digit or space. */
  public static final SafePattern PUNCTUATION = SafePattern.of("[\\p{P}!-/:-@\\[-`{-~]");

  /** The words of GPT-2: a space belongs to the word after it (Radford et al. 2019). */
  public static final Splitter GPT2 =
      isolated(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

  /** Cuts at white space, which goes. */
  public static final Splitter WHITE_SPACE = removed("\\s+");

  /** Words without white space; each sign of punctuation is one. */
  public static final Splitter BERT =
      Splitter.sequence(
          List.of(WHITE_SPACE, new PatternSplit(PUNCTUATION, Behaviour.ISOLATED, false)));

  /** Runs of letters and digits, and runs of anything else, without white space. */
  public static final Splitter WORDS =
      new PatternSplit(SafePattern.of("\\w+|[^\\w\\s]+"), Behaviour.REMOVED, true);

  /** What the pattern finds are words of their own. */
  public static Splitter isolated(String regex) {
    return new PatternSplit(SafePattern.of(regex), Behaviour.ISOLATED, false);
  }

  private static Splitter removed(String regex) {
    return new PatternSplit(SafePattern.of(regex), Behaviour.REMOVED, false);
  }

  @Override
  public List<Aligned> split(Aligned text) throws Problem {
    List<Span> spans = pattern.spans(text.text());
    if (invert) {
      spans =
          spans.stream().map(span -> new Span(span.begin(), span.end(), !span.found())).toList();
    }
    List<Aligned> words = new ArrayList<>();
    for (Span word : behaviour.words(spans)) {
      words.add(text.part(word.begin(), word.end()));
    }
    return words;
  }
}
