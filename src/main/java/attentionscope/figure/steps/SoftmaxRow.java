package attentionscope.figure.steps;

import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of one row of softmax, taken from the explanation of its cells.
 *
 * @param scores what goes in
 * @param max the largest of them
 * @param shifted scores minus the largest
 * @param powers e to these
 * @param total the sum of the powers
 * @param weights what comes out
 */
record SoftmaxRow(
    List<Float> scores,
    float max,
    List<Float> shifted,
    List<Float> powers,
    float total,
    List<Float> weights) {

  static SoftmaxRow of(Node weights, int row) {
    List<Float> scores = new ArrayList<>();
    List<Float> shifted = new ArrayList<>();
    List<Float> powers = new ArrayList<>();
    List<Float> out = new ArrayList<>();
    float max = Float.NaN;
    float total = Float.NaN;
    for (int column = 0; column < weights.value().numCols; column++) {
      scores.add(weights.input(0).at(row, column));
      out.add(weights.at(row, column));
      if (unchanged(weights.explain(row, column)) instanceof Expr.Quotient quotient
          && quotient.numerator() instanceof Expr.Call call
          && call.argument() instanceof Expr.Minus minus) {
        max = minus.right().value();
        shifted.add(minus.value());
        powers.add(call.value());
        total = quotient.denominator().value();
      }
    }
    return new SoftmaxRow(scores, max, shifted, powers, total, out);
  }

  /** Whether every number between scores and weights is known. */
  boolean complete() {
    return powers.size() == scores.size();
  }

  private static Expr unchanged(Expr expr) {
    return expr instanceof Expr.Changed changed ? unchanged(changed.was()) : expr;
  }
}
