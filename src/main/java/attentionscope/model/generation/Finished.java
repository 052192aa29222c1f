package attentionscope.model.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The finished hypotheses of one sample: the best, as many as there are beams. */
final class Finished {

  /**
   * @param number of the hypothesis
   * @param tokens everything, without the end
   */
  record Entry(int number, List<Integer> tokens, double score) {}

  private final int places;
  private final List<Entry> entries = new ArrayList<>();

  Finished(int places) {
    this.places = places;
  }

  /** Takes a hypothesis up, if it is better than the worst; of equal ones the first is worse. */
  void add(Entry entry) {
    if (isFull() && !(entry.score > worst().score)) {
      return;
    }
    if (isFull()) {
      entries.remove(worst());
    }
    entries.add(entry);
  }

  boolean isFull() {
    return entries.size() >= places;
  }

  Entry worst() {
    return entries.stream().min(Comparator.comparingDouble(Entry::score)).orElseThrow();
  }

  /** The best first; of equal ones the last that was taken up. */
  List<Entry> best(int count) {
    return entries.stream()
        .sorted(Comparator.comparingDouble(Entry::score))
        .toList()
        .reversed()
        .stream()
        .limit(count)
        .toList();
  }
}
