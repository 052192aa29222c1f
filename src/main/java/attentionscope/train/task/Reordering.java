package attentionscope.train.task;

import java.util.List;
import java.util.function.UnaryOperator;

/** A target of the source's words in an order that follows from them: copy, reverse, sort. */
final class Reordering extends Drawn {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 8;

  private final List<String> words;
  private final UnaryOperator<List<String>> order;

  private Reordering(String name, List<String> words, UnaryOperator<List<String>> order) {
    super(name, Kind.PAIRS);
    this.words = words;
    this.order = order;
  }

  /** Letters as they are. */
  static Task copy() {
    return new Reordering("copy", Words.LETTERS, source -> source);
  }

  /** Letters from the last to the first. */
  static Task reverse() {
    return new Reordering("reverse", Words.LETTERS, List::reversed);
  }

  /** Digits from the smallest to the largest. */
  static Task sort() {
    return new Reordering("sort", Words.DIGITS, source -> source.stream().sorted().toList());
  }

  @Override
  Sample draw(Draw draw, long index) {
    List<String> source = draw.of(words, draw.between(SHORTEST, LONGEST));
    return new Sample(source, order.apply(source));
  }

  @Override
  public List<String> sourceWords() {
    return Words.vocabulary(List.of(PAD), words);
  }

  @Override
  public List<String> targetWords() {
    return Words.vocabulary(List.of(PAD, START, END), words);
  }

  @Override
  public int longestSource() {
    return LONGEST;
  }

  @Override
  public int longestTarget() {
    return LONGEST;
  }
}
