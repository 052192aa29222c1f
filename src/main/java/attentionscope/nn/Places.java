package attentionscope.nn;

import attentionscope.tensor.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions of rows.
 *
 * @param first of each sample's first row, from which they count; without meaning where they are
 *     given
 * @param given the position of each row, sample after sample; empty where they count
 */
public record Places(int first, List<Integer> given) {

  /** 0, 1, 2, … in every sample. */
  public static final Places COUNTED = new Places(0, List.of());

  public Places {
    given = List.copyOf(given);
  }

  /** Counting from a number in every sample. */
  public static Places from(int first) {
    return first == 0 ? COUNTED : new Places(first, List.of());
  }

  /** As they are given, one a row. */
  public static Places given(List<Integer> each) {
    return new Places(0, each);
  }

  /**
   * Positions of rows of which some in front are padding: these have position 0, as the first word
   * has.
   *
   * @param first how many rows of each sample there are before these
   * @param padding of all rows, these and those before, sample after sample
   */
  public static Places after(int first, int samples, List<Boolean> padding) {
    int length = padding.size() / samples;
    List<Integer> places = new ArrayList<>();
    boolean inFront = false;
    for (int sample = 0; sample < samples; sample++) {
      int skipped =
          Math.max(0, padding.subList(sample * length, (sample + 1) * length).indexOf(false));
      inFront |= skipped > 0;
      for (int row = first; row < length; row++) {
        places.add(Math.max(0, row - skipped));
      }
    }
    return inFront ? given(places) : from(first);
  }

  boolean areCounted() {
    return first == 0 && given.isEmpty();
  }

  /** The position of a row. */
  int of(Axis rows, int row) {
    return given.isEmpty() ? first + row % rows.length() : given.get(row);
  }

  /** The positions of all rows; of one sample, where all samples have the same. */
  List<Integer> each(Axis rows) {
    return given.isEmpty() ? IntStream.range(first, first + rows.length()).boxed().toList() : given;
  }

  /** The positions of all rows. */
  public List<Integer> all(Axis rows) {
    return IntStream.range(0, rows.size()).mapToObj(row -> of(rows, row)).toList();
  }

  /** One more than the last position. */
  int end(Axis rows) {
    return 1 + IntStream.range(0, rows.size()).map(row -> of(rows, row)).max().orElse(-1);
  }
}
