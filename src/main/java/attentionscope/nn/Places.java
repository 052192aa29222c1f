package attentionscope.nn;

import attentionscope.tensor.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The positions of rows.
 *
 * @param first of a sample's first row
 * @param skipped for each sample how many positions less, for padding in front; empty: none
 */
public record Places(int first, List<Integer> skipped) {

  /** 0, 1, 2, … in every sample. */
  public static final Places COUNTED = new Places(0, List.of());

  public Places {
    skipped = List.copyOf(skipped);
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
    List<Integer> skipped = new ArrayList<>();
    for (int sample = 0; sample < samples; sample++) {
      int front = padding.subList(sample * length, (sample + 1) * length).indexOf(false);
      skipped.add(Math.max(0, front));
    }
    return new Places(first, skipped);
  }

  boolean areCounted() {
    return first == 0 && skipped.stream().allMatch(skip -> skip == 0);
  }

  /** The position of a row. */
  int of(Axis rows, int row) {
    int skip = skipped.isEmpty() ? 0 : skipped.get(rows.sampleOf(row));
    return Math.max(0, first + row % rows.length() - skip);
  }

  List<Integer> all(Axis rows) {
    return IntStream.range(0, rows.size()).mapToObj(row -> of(rows, row)).toList();
  }

  /** One more than the last position. */
  int end(Axis rows) {
    return 1 + IntStream.range(0, rows.size()).map(row -> of(rows, row)).max().orElse(-1);
  }
}
