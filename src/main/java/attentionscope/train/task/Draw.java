package attentionscope.train.task;

import attentionscope.tensor.SplitMix;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Random numbers that are the same on every machine and in every version of Java ({@link
 * SplitMix}).
 */
final class Draw {
  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /** Numbers of their own for every task, seed and index. */
  static Draw of(String task, long seed, long index) {
    long state = SplitMix.scatter(seed + SplitMix.STEP);
    for (byte b : task.getBytes(StandardCharsets.UTF_8)) {
      state = SplitMix.scatter(state + b + SplitMix.STEP);
    }
    return new Draw(SplitMix.scatter(state ^ SplitMix.scatter(index + SplitMix.STEP)));
  }

  private long next() {
    state += SplitMix.STEP;
    return SplitMix.scatter(state);
  }

  /** A whole number from 0 to bound − 1, each as likely as another within 2⁻³². */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** A whole number from low to high, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** True {@code times} out of {@code of} times. */
  boolean chance(int times, int of) {
    return below(of) < times;
  }

  <T> T of(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Several items, each as often as it comes. */
  <T> List<T> of(List<T> items, int count) {
    List<T> drawn = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      drawn.add(of(items));
    }
    return drawn;
  }

  /** Several different items, in any order. */
  <T> List<T> different(List<T> items, int count) {
    List<T> left = new ArrayList<>(items);
    List<T> drawn = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      drawn.add(left.remove(below(left.size())));
    }
    return drawn;
  }
}
