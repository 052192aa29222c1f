package attentionscope.analysis;

import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the weights of one head are like, each measure the mean over its queries, in 64 bits. A
 * query to which the mask leaves no key has no weights and is not counted.
 *
 * @param entropy how widely a query looks, in bits ({@link Entropy})
 * @param distance how many places away it looks, Σ α |i − j|; empty in cross-attention, where
 *     places of different sentences can't be subtracted
 * @param largest its largest weight
 * @param previous its weight on the token before it, over all queries but the first; empty in
 *     cross-attention and with a single token
 * @param first its weight on the first key
 * @param induction its weight on what followed the same token before, over all queries whose token
 *     came before: what an induction head does to say the same again (Olsson et al. 2022, "prefix
 *     matching"); empty in cross-attention and where no token comes twice
 */
public record HeadMeasures(
    double entropy,
    OptionalDouble distance,
    double largest,
    OptionalDouble previous,
    double first,
    OptionalDouble induction) {

  /** The measures of a head; empty where the run has no such head or nothing to look at. */
  public static Optional<HeadMeasures> of(Trace trace, AttentionSite site, int head) {
    return trace
        .find(site.head(head).child("weights"))
        .flatMap(weights -> of(weights, site.kind() == AttentionSite.Kind.SELF));
  }

  /**
   * The measures of a matrix of weights.
   *
   * @param weights (B·T_q) x T_k
   * @param self whether queries and keys are the same tokens
   */
  public static Optional<HeadMeasures> of(Node weights, boolean self) {
    Means means = new Means();
    for (int row = 0; row < weights.value().numRows; row++) {
      if (hasWeights(weights, row)) {
        means.add(weights, row, row % weights.rows().length());
      }
    }
    return means.queries == 0 ? Optional.empty() : Optional.of(means.measures(self));
  }

  private static boolean hasWeights(Node weights, int row) {
    for (int column = 0; column < weights.value().numCols; column++) {
      if (Float.isNaN(weights.at(row, column))) {
        return false;
      }
    }
    return weights.value().numCols > 0;
  }

  private static final class Means {
    private int queries;
    private int later;
    private double entropy;
    private double distance;
    private double largest;
    private double previous;
    private double first;
    private int repeated;
    private double induction;

    /** Adds a query at its place in its own sentence. */
    void add(Node weights, int row, int place) {
      queries++;
      entropy += Entropy.ofRow(weights, row);
      first += weights.at(row, 0);
      double most = 0;
      for (int key = 0; key < weights.value().numCols; key++) {
        double weight = weights.at(row, key);
        distance += weight * Math.abs(place - key);
        most = Math.max(most, weight);
      }
      largest += most;
      if (place > 0 && place <= weights.value().numCols) {
        later++;
        previous += weights.at(row, place - 1);
      }
      addInduction(weights, row, place);
    }

    /** Labels tell which tokens are the same. */
    private void addInduction(Node weights, int row, int place) {
      List<String> tokens = weights.rows().labels();
      if (tokens.isEmpty() || place >= weights.value().numCols) {
        return;
      }
      int sentence = row - place;
      boolean before = false;
      for (int key = 0; key < place; key++) {
        if (tokens.get(sentence + key).equals(tokens.get(row))) {
          before = true;
          induction += weights.at(row, key + 1);
        }
      }
      repeated += before ? 1 : 0;
    }

    HeadMeasures measures(boolean self) {
      return new HeadMeasures(
          entropy / queries,
          self ? OptionalDouble.of(distance / queries) : OptionalDouble.empty(),
          largest / queries,
          self && later > 0 ? OptionalDouble.of(previous / later) : OptionalDouble.empty(),
          first / queries,
          self && repeated > 0 ? OptionalDouble.of(induction / repeated) : OptionalDouble.empty());
    }
  }
}
