package attentionscope.train.task;

import java.util.List;

/**
 * Sums as text, a character a word: {@code 57+5···} to {@code 62··}. Numbers have one to three
 * digits; sources are filled up to 7 characters and targets to 4 (Saito, "Deep Learning from
 * Scratch 2", chapter 7).
 */
final class Addition extends Drawn {
  private static final int SOURCE = 7;
  private static final int TARGET = 4;

  Addition() {
    super("addition", Kind.PAIRS);
  }

  @Override
  Sample draw(Draw draw, long index) {
    return sum(number(draw), number(draw));
  }

  /** The number of digits first, so that short numbers come often enough to be learned. */
  private static int number(Draw draw) {
    return draw.below(
        switch (draw.between(1, 3)) {
          case 1 -> 10;
          case 2 -> 100;
          default -> 1000;
        });
  }

  static Sample sum(int a, int b) {
    return new Sample(
        Words.characters(a + "+" + b, SOURCE), Words.characters(Integer.toString(a + b), TARGET));
  }

  @Override
  public List<String> sourceWords() {
    return Words.vocabulary(List.of(PAD, BLANK, "+"), Words.DIGITS);
  }

  @Override
  public List<String> targetWords() {
    return Words.vocabulary(List.of(PAD, START, END, BLANK), Words.DIGITS);
  }

  @Override
  public int longestSource() {
    return SOURCE;
  }

  @Override
  public int longestTarget() {
    return TARGET;
  }

  @Override
  public boolean ends() {
    return false;
  }
}
