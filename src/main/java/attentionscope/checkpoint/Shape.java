package attentionscope.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
