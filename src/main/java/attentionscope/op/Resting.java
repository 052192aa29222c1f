package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The samples of a step that have no token there any more, or not yet: padding. Their state stays
 * what it was before the step.
 *
 * @param rows for each sample whether it rests; empty where none does
 */
public record Resting(List<Boolean> rows) {

  /** Every sample has a token. */
  public static final Resting NONE = new Resting(List.of());

  public Resting {
    rows = List.copyOf(rows);
    if (!rows.isEmpty() && !rows.contains(true)) {
      rows = List.of();
    }
  }

  /** No sample moves. */
  public static Resting all(int samples) {
    return new Resting(Collections.nCopies(samples, true));
  }

  public boolean any() {
    return !rows.isEmpty();
  }

  public boolean at(int row) {
    return any() && rows.get(row);
  }

  /** Writes the rows that rest over those that were computed. */
  void keep(FMatrixRMaj before, FMatrixRMaj computed) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row)) {
        int at = row * computed.numCols;
        System.arraycopy(before.data, at, computed.data, at, computed.numCols);
      }
    }
  }

  /** Makes the rows that rest zero. */
  void clear(FMatrixRMaj computed) {
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row)) {
        int at = row * computed.numCols;
        Arrays.fill(computed.data, at, at + computed.numCols, 0f);
      }
    }
  }

  /** What a row that rests hands on to the state before: its own gradient; other rows nothing. */
  void backward(Node before, Node gradient, Backward pass) {
    pass.share(before, new Gradient(this), gradient);
  }

  /** The share of the gradient that goes past a step. Input: the gradient (B x d_h). */
  public record Gradient(Resting resting) implements GradientOp {

    @Override
    public String kind() {
      return "resting-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = inputs.getFirst();
      FMatrixRMaj past = Stock.zeros(gradient.numRows, gradient.numCols);
      resting.keep(gradient, past);
      return past;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return resting.at(row) ? node.input(0).cell(row, column) : Expr.Constant.of(0);
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return resting.at(row) ? List.of(Region.cell(node.id(), row, column)) : List.of();
    }
  }
}
