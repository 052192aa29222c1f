package attentionscope.train.task;

import java.util.List;

/**
 * Random letters, all different, and then the same again: {@code r c x k r c x k}. From the second
 * letter of the second half on, the text before tells what follows; those are judged. What an
 * induction head is for (Olsson and others, "In-context Learning and Induction Heads", 2022).
 */
final class Repeated extends Drawn {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 12;

  Repeated() {
    super("repeat", Kind.TEXT);
  }

  @Override
  Sample draw(Draw draw, long index) {
    List<String> half = draw.different(Words.LETTERS, draw.between(SHORTEST, LONGEST));
    List<String> words = Words.joined(half, half);
    return Words.text(words, half.size() + 1, words.size() - 1);
  }

  @Override
  public List<String> sourceWords() {
    return Words.vocabulary(List.of(PAD, START, END), Words.LETTERS);
  }

  @Override
  public List<String> targetWords() {
    return sourceWords();
  }

  @Override
  public int longestSource() {
    return 2 * LONGEST + 1;
  }

  @Override
  public int longestTarget() {
    return longestSource();
  }
}
