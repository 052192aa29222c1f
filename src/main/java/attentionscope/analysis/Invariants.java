package attentionscope.analysis;

import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be true of attention weights, checked on the numbers of the run. */
public final class Invariants {

  /** Sums of float shares are one only up to rounding. */
  private static final double ROUNDING = 1e-5;

  /** What was recorded elsewhere may have been kept in half precision, or with four decimals. */
  private static final double RECORDED = 1e-2;

  private Invariants() {}

  /** What is checked. */
  public enum Kind {
    /** The weights of a query sum to one. */
    ROW_SUM,
    /** What is masked weighs exactly nothing. */
    MASKED_ZERO,
    /** Nothing later than the query weighs anything, where the decoder looks at itself. */
    CAUSAL
  }

  /**
   * One check of one row.
   *
   * @param where the row
   * @param measured the row's sum; else the largest weight where there must be none
   */
  public record Check(Kind kind, Region where, boolean holds, double measured) {}

  /** Every check of every row of a weights matrix, row by row. */
  public static List<Check> of(Node weights) {
    List<Check> checks = new ArrayList<>();
    for (int row = 0; row < weights.value().numRows; row++) {
      checks.addAll(ofRow(weights, row));
    }
    return checks;
  }

  /** The checks that apply to one row. */
  public static List<Check> ofRow(Node weights, int row) {
    List<Check> checks = new ArrayList<>();
    checks.add(sum(weights, row));
    masked(weights, row).ifPresent(checks::add);
    causal(weights, row).ifPresent(checks::add);
    return checks;
  }

  private static Check sum(Node weights, int row) {
    double sum = 0;
    for (int column = 0; column < weights.value().numCols; column++) {
      sum += weights.at(row, column);
    }
    double most = weights.op().kind().equals("recorded") ? RECORDED : ROUNDING;
    return new Check(Kind.ROW_SUM, row(weights, row), Math.abs(sum - 1) <= most, sum);
  }

  private static Optional<Check> masked(Node weights, int row) {
    Masked masked = Masked.of(weights);
    boolean any = false;
    double largest = 0;
    for (int column = 0; column < weights.value().numCols; column++) {
      if (masked.hides(row, column)) {
        any = true;
        largest = larger(largest, weights.at(row, column));
      }
    }
    return any
        ? Optional.of(new Check(Kind.MASKED_ZERO, row(weights, row), largest == 0, largest))
        : Optional.empty();
  }

  private static Optional<Check> causal(Node weights, int row) {
    int keys = weights.value().numCols;
    int queries = Math.max(1, weights.rows().length());
    int query = row % queries + Math.max(0, keys - queries); // the last of the keys ask
    if (!weights.id().matches("decoder.*.self.head.*.weights") || query >= keys - 1) {
      return Optional.empty();
    }
    double largest = 0;
    for (int column = query + 1; column < keys; column++) {
      largest = larger(largest, weights.at(row, column));
    }
    return Optional.of(new Check(Kind.CAUSAL, row(weights, row), largest == 0, largest));
  }

  /** NaN counts as larger than anything. */
  private static double larger(double largest, float weight) {
    return Math.max(largest, Math.abs(weight));
  }

  private static Region row(Node weights, int row) {
    return Region.row(weights.id(), row);
  }
}
