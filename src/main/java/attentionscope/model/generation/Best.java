package attentionscope.model.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best few of very many candidates; of equal ones those offered first. */
final class Best {

  /**
   * @param order when it was offered
   * @param beam which hypothesis is continued
   * @param token by which
   * @param sum of log-probabilities
   */
  record Candidate(int order, int beam, int token, float sum) {}

  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparingDouble(Candidate::sum)
          .thenComparing(Comparator.comparingInt(Candidate::order).reversed());

  private final int places;
  private final PriorityQueue<Candidate> kept = new PriorityQueue<>(WORST_FIRST);
  private int offered;

  Best(int places) {
    this.places = places;
  }

  /** Every token after one hypothesis; those that can't come are none. */
  void offer(int beam, float[] logs, float sum) {
    for (int token = 0; token < logs.length; token++) {
      float reached = logs[token] + sum;
      boolean room = kept.size() < places;
      if (reached > Float.NEGATIVE_INFINITY && (room || reached > kept.element().sum())) {
        kept.add(new Candidate(offered++, beam, token, reached));
        if (!room) {
          kept.remove();
        }
      }
    }
  }

  /** The best first. */
  List<Candidate> inOrder() {
    List<Candidate> sorted = new ArrayList<>(kept);
    sorted.sort(WORST_FIRST.reversed());
    return sorted;
  }
}
