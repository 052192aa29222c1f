package attentionscope.train.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Are the brackets balanced? Half of the samples are. The others are balanced ones in which a
 * little was changed: two brackets exchanged, one turned round or one of another kind, so that
 * length and often the counts tell nothing.
 */
final class Brackets extends Drawn {
  static final String BALANCED = "balanced";
  static final String UNBALANCED = "unbalanced";

  private static final List<String> OPENING = Words.characters("([{");
  private static final List<String> CLOSING = Words.characters(")]}");
  private static final int FEWEST_PAIRS = 2;
  private static final int MOST_PAIRS = 8;

  Brackets() {
    super("brackets", Kind.LABEL);
  }

  @Override
  Sample draw(Draw draw, long index) {
    boolean balanced = index % 2 == 0;
    List<String> source = new ArrayList<>();
    nest(draw, draw.between(FEWEST_PAIRS, MOST_PAIRS), source);
    while (!balanced && balanced(source)) {
      spoil(draw, source);
    }
    return new Sample(source, List.of(balanced ? BALANCED : UNBALANCED));
  }

  /** Writes so many pairs of brackets: some within the first pair, the others behind it. */
  private static void nest(Draw draw, int pairs, List<String> out) {
    if (pairs == 0) {
      return;
    }
    int kind = draw.below(OPENING.size());
    int within = draw.below(pairs);
    out.add(OPENING.get(kind));
    nest(draw, within, out);
    out.add(CLOSING.get(kind));
    nest(draw, pairs - 1 - within, out);
  }

  private static void spoil(Draw draw, List<String> source) {
    int place = draw.below(source.size());
    String old = source.get(place);
    switch (draw.below(3)) {
      case 0 -> Collections.swap(source, place, draw.below(source.size()));
      case 1 -> source.set(place, turned(old));
      default -> source.set(place, draw.of(OPENING.contains(old) ? OPENING : CLOSING));
    }
  }

  private static String turned(String bracket) {
    int kind = OPENING.indexOf(bracket);
    return kind >= 0 ? CLOSING.get(kind) : OPENING.get(CLOSING.indexOf(bracket));
  }

  /** Whether every bracket is closed by its like, and none closes what was not opened. */
  static boolean balanced(List<String> brackets) {
    List<String> open = new ArrayList<>();
    for (String bracket : brackets) {
      int kind = CLOSING.indexOf(bracket);
      if (kind < 0) {
        open.add(bracket);
      } else if (open.isEmpty() || !open.removeLast().equals(OPENING.get(kind))) {
        return false;
      }
    }
    return open.isEmpty();
  }

  @Override
  public List<String> sourceWords() {
    return Words.vocabulary(List.of(PAD), Words.joined(OPENING, CLOSING));
  }

  @Override
  public List<String> targetWords() {
    return List.of(BALANCED, UNBALANCED);
  }

  @Override
  public int longestSource() {
    return 2 * MOST_PAIRS;
  }

  @Override
  public int longestTarget() {
    return 1;
  }
}
