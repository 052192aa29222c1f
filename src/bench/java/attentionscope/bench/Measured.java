package attentionscope.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The times of one row, from every round. */
final class Measured {

  private final Work work;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> peers = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();

  Measured(Work work) {
    this.work = work;
  }

  /** The times of a round's iterations in milliseconds. */
  void add(List<Double> roundOfOurs, List<Double> roundOfPeers) {
    ours.addAll(roundOfOurs);
    peers.addAll(roundOfPeers);
    ratios.add(median(roundOfOurs) / median(roundOfPeers));
  }

  Work work() {
    return work;
  }

  double oursMs() {
    return median(ours);
  }

  double peerMs() {
    return median(peers);
  }

  double ratio() {
    return oursMs() / peerMs();
  }

  /** The best round's ratio. */
  double least() {
    return Collections.min(ratios);
  }

  /** The worst round's ratio. */
  double most() {
    return Collections.max(ratios);
  }

  private static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
