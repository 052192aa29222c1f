package attentionscope.model.generation;

import java.util.Arrays;
import java.util.List;

/**
 * What may be written, and how much.
 *
 * @param most tokens written at most, the end included; at least 1
 * @param fewest as long as fewer are written, none of {@code ends} may come
 * @param ends tokens that end a sequence; empty where sequences are always as long as may be
 * @param padding what fills up a sequence that has ended before others
 * @param endForced whether the last token that may be written is the first of {@code ends}
 * @param banned sequences that may not occur: their last token can't come where the others stand
 */
public record Rules(
    int most,
    int fewest,
    List<Integer> ends,
    int padding,
    boolean endForced,
    List<List<Integer>> banned) {

  public Rules {
    if (most < 1 || fewest < 0) {
      throw new IllegalArgumentException("%d to %d tokens".formatted(fewest, most));
    }
    if (endForced && ends.isEmpty()) {
      throw new IllegalArgumentException("no end to force");
    }
    if (banned.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("nothing can't be banned");
    }
    ends = List.copyOf(ends);
    banned = banned.stream().map(List::copyOf).toList();
  }

  /** Nothing but a bound. */
  public static Rules atMost(int most) {
    return new Rules(most, 0, List.of(), 0, false, List.of());
  }

  /** Up to an end. */
  public static Rules until(int end, int padding, int most) {
    return new Rules(most, 0, List.of(end), padding, false, List.of());
  }

  boolean isEnd(int token) {
    return ends.contains(token);
  }

  /**
   * Takes the scores of what may not come away: first what is banned, then an end that comes too
   * early, then all but the end where it is forced (the order of Hugging Face's logits processors).
   *
   * @param scores of the next token, changed
   * @param tokens everything before it
   * @param written how many of them have been written
   */
  void apply(float[] scores, List<Integer> tokens, int written) {
    for (List<Integer> sequence : banned) {
      int before = sequence.size() - 1;
      int from = tokens.size() - before;
      if (from >= 0 && tokens.subList(from, tokens.size()).equals(sequence.subList(0, before))) {
        scores[sequence.getLast()] = Float.NEGATIVE_INFINITY;
      }
    }
    if (written < fewest) {
      for (int end : ends) {
        scores[end] = Float.NEGATIVE_INFINITY;
      }
    }
    if (endForced && written == most - 1) {
      Arrays.fill(scores, Float.NEGATIVE_INFINITY);
      scores[ends.getFirst()] = 0f;
    }
  }
}
