package attentionscope.figure.shapes;

import java.util.Collection;

/**
 * How long sides are drawn. Equal sizes are equally long and larger ones longer; in proportion
 * where they are of like size, compressed where some are many times larger than others.
 *
 * @param largest of the sizes
 * @param power that sizes are raised to
 */
record Lengths(double largest, double power) {

  /**
   * @param least the share of the longest side that the shortest has at least
   */
  static Lengths of(Collection<Integer> sizes, double least) {
    double largest = sizes.stream().mapToInt(size -> size).max().orElse(1);
    double smallest = sizes.stream().mapToInt(size -> size).min().orElse(1);
    double power =
        smallest / largest >= least
            ? 1
            : StrictMath.log(least) / StrictMath.log(smallest / largest);
    return new Lengths(largest, power);
  }

  /** The share of the longest side. */
  double of(int size) {
    return StrictMath.pow(size / largest, power);
  }
}
