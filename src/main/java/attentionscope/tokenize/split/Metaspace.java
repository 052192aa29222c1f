package attentionscope.tokenize.split;

import attentionscope.files.Problem;
import attentionscope.tokenize.text.Aligned;
import attentionscope.tokenize.text.SafePattern;
import java.util.List;

/**
 * SentencePiece's way with spaces: they are written {@code ▁}, and a word begins with its own (Kudo
 * and Richardson 2018).
 *
 * @param mark what spaces are written as
 * @param front where a mark is put in front of a text that has none
 * @param split whether the text is cut before each mark
 */
public record Metaspace(String mark, Front front, boolean split) implements Splitter {
  /** SentencePiece's mark. */
  public static final String MARK = "▁";

  /** Where a mark is put in front. */
  public enum Front {
    ALWAYS,
    /** Only where the text begins as typed, not behind a special token. */
    FIRST,
    NEVER
  }

  @Override
  public List<Aligned> split(Aligned text) throws Problem {
    Aligned marked = text.eachCharacter(c -> c == ' ' ? mark : Character.toString(c));
    boolean wanted = front == Front.ALWAYS || (front == Front.FIRST && text.from(0, 1) == 0);
    if (wanted && !marked.text().startsWith(mark)) {
      marked = marked.startingWith(mark);
    }
    return split
        ? new PatternSplit(SafePattern.literal(mark), Behaviour.MERGED_WITH_NEXT, false)
            .split(marked)
        : List.of(marked);
  }
}
