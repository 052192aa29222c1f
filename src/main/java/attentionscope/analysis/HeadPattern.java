package attentionscope.analysis;

import attentionscope.trace.Node;
import java.util.Locale;

/**
 * The direction that most of a head's weight lies in: the mean weight that queries give to the key
 * in that direction, over the queries that have one there.
 *
 * @param direction the one with the largest mean
 * @param weight that mean
 */
public record HeadPattern(Direction direction, double weight) {

  /** Where a query's key is, from query i among n keys. */
  public enum Direction {
    /** The key of its own place: i. */
    DIAGONAL,
    /** The key as far from the end as the query is from the beginning: n − 1 − i. */
    ANTI_DIAGONAL,
    /** The key before its place: i − 1. */
    PREVIOUS,
    /** The key after its place: i + 1. */
    NEXT,
    /** The first key. */
    FIRST;

    /** Its word in keys of texts. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private int of(int query, int keys) {
      return switch (this) {
        case DIAGONAL -> query;
        case ANTI_DIAGONAL -> keys - 1 - query;
        case PREVIOUS -> query - 1;
        case NEXT -> query + 1;
        case FIRST -> 0;
      };
    }
  }

  /**
   * The direction of a matrix of weights.
   *
   * @param weights (B·T_q) x T_k; rows that a mask leaves nothing do not count
   */
  public static HeadPattern of(Node weights) {
    HeadPattern best = new HeadPattern(Direction.FIRST, mean(weights, Direction.FIRST));
    for (Direction direction : Direction.values()) {
      double mean = mean(weights, direction);
      if (mean > best.weight()) {
        best = new HeadPattern(direction, mean);
      }
    }
    return best;
  }

  /** The mean weight in a direction; 0 where no query has a key there. */
  public static double mean(Node weights, Direction direction) {
    int keys = weights.value().numCols;
    double sum = 0;
    int counted = 0;
    for (int row = 0; row < weights.value().numRows; row++) {
      int key = direction.of(row % weights.rows().length(), keys);
      if (key >= 0 && key < keys && !Float.isNaN(weights.at(row, key))) {
        sum += weights.at(row, key);
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }
}
