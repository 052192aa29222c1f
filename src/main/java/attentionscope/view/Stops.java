package attentionscope.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers a slider stops at, from the smallest on.
 *
 * @param values at least one
 */
public record Stops(List<Integer> values) {

  public Stops {
    values = List.copyOf(values);
  }

  /** Every number. */
  public static Stops all(int least, int most) {
    List<Integer> values = new ArrayList<>();
    for (int value = least; value <= Math.max(least, most); value++) {
      values.add(value);
    }
    return new Stops(values);
  }

  /** These and larger ones besides. */
  public Stops with(Integer... more) {
    List<Integer> all = new ArrayList<>(values);
    all.addAll(List.of(more));
    return new Stops(all);
  }

  /** Those from a least number on, and that number itself. */
  public Stops from(int least) {
    List<Integer> kept = new ArrayList<>(values.stream().filter(value -> value >= least).toList());
    if (kept.isEmpty() || (kept.getFirst() > least && values.getFirst() < least)) {
      kept.addFirst(least);
    }
    return new Stops(kept);
  }

  int last() {
    return values.size() - 1;
  }

  int at(double place) {
    return values.get(Math.clamp(Math.round(place), 0, last()));
  }

  /** Which stop is nearest to a number. */
  int nearest(double value) {
    int nearest = 0;
    for (int i = 1; i < values.size(); i++) {
      if (Math.abs(values.get(i) - value) < Math.abs(values.get(nearest) - value)) {
        nearest = i;
      }
    }
    return nearest;
  }
}
