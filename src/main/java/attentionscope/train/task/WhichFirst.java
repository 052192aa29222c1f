package attentionscope.train.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Which comes first, {@code x} or {@code y}? Both stand once among other letters, so without an
 * order nothing can be known. The first letter is another one: answers are judged there, and that
 * would tell which letter is the first, even without positions.
 */
final class WhichFirst extends Drawn {
  private static final String X = "x";
  private static final String Y = "y";
  private static final List<String> OTHERS = Words.characters("abcdefgh");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 12;

  WhichFirst() {
    super("which-first", Kind.LABEL);
  }

  @Override
  Sample draw(Draw draw, long index) {
    int length = draw.between(SHORTEST, LONGEST);
    List<String> source = new ArrayList<>(draw.of(OTHERS, length));
    int earlier = draw.between(1, length - 2);
    int later = draw.between(earlier + 1, length - 1);
    boolean x = index % 2 == 0;
    source.set(earlier, x ? X : Y);
    source.set(later, x ? Y : X);
    return new Sample(source, List.of(x ? X : Y));
  }

  @Override
  public List<String> sourceWords() {
    return Words.vocabulary(List.of(PAD, X, Y), OTHERS);
  }

  @Override
  public List<String> targetWords() {
    return List.of(X, Y);
  }

  @Override
  public int longestSource() {
    return LONGEST;
  }

  @Override
  public int longestTarget() {
    return 1;
  }
}
