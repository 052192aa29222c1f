package attentionscope.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How long an array is along each axis, the outermost first; a single number has none.
 *
 * @param sizes each at least 0; their product is a long
 */
public record Shape(List<Long> sizes) {
  /** More axes than any array has that anybody keeps. */
  static final int MOST_AXES = 32;

  public Shape {
    sizes = List.copyOf(sizes);
    if (count(sizes).isEmpty()) {
      throw new IllegalArgumentException("no shape: " + sizes);
    }
  }

  public static Shape of(long... sizes) {
    return new Shape(LongStream.of(sizes).boxed().toList());
  }

  /** The shape of these sizes; nothing if one is negative or their product is beyond a long. */
  static Optional<Shape> from(List<Long> sizes) {
    return count(sizes).map(count -> new Shape(sizes));
  }

  /** Number of elements. */
  public long count() {
    return count(sizes).orElseThrow();
  }

  public int axes() {
    return sizes.size();
  }

  /** Length along an axis; negative axes count from the last, which is -1. */
  public int size(int axis) {
    return Math.toIntExact(sizes.get(axis < 0 ? axis + sizes.size() : axis));
  }

  /** The strides of elements that lie one after the other, the last axis running fastest. */
  List<Long> rowMajor() {
    List<Long> strides = new ArrayList<>();
    long stride = 1;
    for (long size : sizes.reversed()) {
      strides.addFirst(stride);
      stride *= size;
    }
    return strides;
  }

  /** Whether strides are those; along an axis of one element any will do. */
  boolean isRowMajor(List<Long> strides) {
    List<Long> plain = rowMajor();
    return count() == 0
        || IntStream.range(0, axes())
            .allMatch(axis -> sizes.get(axis) == 1 || strides.get(axis).equals(plain.get(axis)));
  }

  /**
   * How many elements lie between the first and the last, both counted; nothing if strides are not
   * one for each axis, one is negative, or they reach beyond a long.
   */
  Optional<Long> span(List<Long> strides) {
    if (strides.size() != axes()) {
      return Optional.empty();
    }
    if (count() == 0) {
      return Optional.of(0L); // strides are never used, and may be anything
    }
    long last = 0;
    for (int axis = 0; axis < axes(); axis++) {
      long steps = sizes.get(axis) - 1;
      long stride = strides.get(axis);
      if (stride < 0
          || Math.multiplyHigh(steps, stride) != 0
          || steps * stride < 0
          || last + steps * stride < 0
          || last + steps * stride == Long.MAX_VALUE) {
        return Optional.empty();
      }
      last += steps * stride;
    }
    return Optional.of(last + 1);
  }

  /** As {@code [2, 7, 32]}. */
  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private static Optional<Long> count(List<Long> sizes) {
    long count = 1;
    for (long size : sizes) {
      if (size < 0 || Math.multiplyHigh(count, size) != 0 || count * size < 0) {
        return Optional.empty();
      }
      count *= size;
    }
    return Optional.of(count);
  }
}
