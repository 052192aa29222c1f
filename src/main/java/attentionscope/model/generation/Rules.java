package attentionscope.model.generation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * What may be written, and how much. Tokens beyond the vocabulary never come and need no rule.
 *
 * @param most tokens written at most, the end included; at least 1
 * @param fewest as long as fewer are written, none of {@code ends} may come
 * @param ends tokens that end a sequence; empty where sequences are always as long as may be
 * @param padding what fills up a sequence that has ended before others
 * @param first the token that has to come where there is but one before it, as behind the start
 *     token of a decoder
 * @param last the token that has to come where it is the last that may be written
 * @param banned sequences that may not occur: their last token can't come where the others stand
 * @param repeats how repetitions are avoided
 */
public record Rules(
    int most,
    int fewest,
    List<Integer> ends,
    int padding,
    OptionalInt first,
    OptionalInt last,
    List<List<Integer>> banned,
    Repeats repeats) {

  public Rules {
    if (most < 1 || fewest < 0) {
      throw new IllegalArgumentException("%d to %d tokens".formatted(fewest, most));
    }
    if (banned.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("nothing can't be banned");
    }
    ends = List.copyOf(ends);
    banned = banned.stream().map(List::copyOf).toList();
  }

  /** Repetitions are left as they come, and the first token is free. */
  public Rules(
      int most,
      int fewest,
      List<Integer> ends,
      int padding,
      OptionalInt last,
      List<List<Integer>> banned) {
    this(most, fewest, ends, padding, OptionalInt.empty(), last, banned, Repeats.ALLOWED);
  }

  /** Nothing but a bound. */
  public static Rules atMost(int most) {
    return new Rules(most, 0, List.of(), 0, OptionalInt.empty(), List.of());
  }

  /** Up to an end. */
  public static Rules until(int end, int padding, int most) {
    return new Rules(most, 0, List.of(end), padding, OptionalInt.empty(), List.of());
  }

  boolean isEnd(int token) {
    return ends.contains(token);
  }

  /**
   * Takes the scores of what may not come away: what repeats, what is banned, an end that comes too
   * early, and all but the token that has to come (the order of Hugging Face's logits processors).
   *
   * @param scores of the next token, changed
   * @param tokens everything before it
   * @param written how many of them have been written
   */
  void apply(float[] scores, List<Integer> tokens, int written) {
    repeats.apply(scores, tokens);
    for (List<Integer> sequence : banned) {
      int before = sequence.size() - 1;
      int from = tokens.size() - before;
      if (from >= 0
          && sequence.getLast() < scores.length
          && tokens.subList(from, tokens.size()).equals(sequence.subList(0, before))) {
        scores[sequence.getLast()] = Float.NEGATIVE_INFINITY;
      }
    }
    if (written < fewest) {
      ends.stream()
          .filter(end -> end < scores.length)
          .forEach(end -> scores[end] = Float.NEGATIVE_INFINITY);
    }
    if (tokens.size() == 1) {
      first.ifPresent(token -> force(scores, token));
    }
    if (written == most - 1) {
      last.ifPresent(token -> force(scores, token));
    }
  }

  private static void force(float[] scores, int token) {
    if (token < scores.length) {
      Arrays.fill(scores, Float.NEGATIVE_INFINITY);
      scores[token] = 0f;
    }
  }
}
