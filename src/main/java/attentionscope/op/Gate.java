package attentionscope.op;

import attentionscope.tensor.Functions;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * One gate of a recurrent step: σ or tanh of the gate's share of the columns. Inputs: the sums of
 * all gates (B x n), and the state before (B x d_h) where samples rest. Result: B x d_h.
 *
 * @param squash what the sum goes through
 * @param from the gate's first column
 * @param width d_h
 * @param resting the samples whose state stays; only where the gate is the state itself, as in the
 *     plain recurrent network
 */
public record Gate(Squash squash, int from, int width, Resting resting) implements Op {

  /** What a gate's sum goes through. */
  public enum Squash {
    /** Between 0 and 1: how much passes. */
    SIGMOID,
    /** Between −1 and 1: what passes. */
    TANH
  }

  /** A gate that every sample computes. */
  public Gate(Squash squash, int from, int width) {
    this(squash, from, width, Resting.NONE);
  }

  @Override
  public String kind() {
    return "gate";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj y = new Columns(from, width).forward(inputs.subList(0, 1));
    switch (squash) {
      case SIGMOID -> Functions.sigmoid(y, y);
      case TANH -> Functions.tanh(y, y);
    }
    if (resting.any()) {
      resting.keep(inputs.get(1), y);
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return resting.at(row)
        ? node.input(1).cell(row, column)
        : new Expr.Call(
            squash == Squash.SIGMOID ? Function.SIGMOID : Function.TANH,
            node.input(0).cell(row, from + column));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int own = input == 0 ? column - from : column;
    boolean read = own >= 0 && own < width && resting.at(row) == (input == 1);
    return read ? List.of(Region.cell(node.id(), row, own)) : List.of();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.sharePart(node.input(0), 0, from, new Gradient(squash, resting), node, gradient);
    if (resting.any()) {
      resting.backward(node.input(1), gradient, pass);
    }
  }

  /**
   * The gradient by a gate's sum: g · y(1 − y) for σ, g · (1 − y²) for tanh; zero where samples
   * rest. Inputs: the gate y, the gradient g by it.
   */
  public record Gradient(Squash squash, Resting resting) implements GradientOp {

    @Override
    public String kind() {
      return "gate-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = Stock.unfilled(inputs.get(0).numRows, inputs.get(0).numCols);
      float[] y = inputs.get(0).data;
      float[] g = inputs.get(1).data;
      float[] by = gradient.data;
      switch (squash) {
        case SIGMOID -> {
          for (int i = 0; i < by.length; i++) {
            by[i] = g[i] * (y[i] * (1f - y[i]));
          }
        }
        case TANH -> {
          for (int i = 0; i < by.length; i++) {
            by[i] = g[i] * (1f - y[i] * y[i]);
          }
        }
      }
      resting.clear(gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      if (resting.at(row)) {
        return Expr.Constant.of(0);
      }
      Expr y = node.input(0).cell(row, column);
      Expr one = Expr.Constant.of(1);
      Expr slope =
          switch (squash) {
            case SIGMOID -> new Expr.Product(y, new Expr.Minus(one, y));
            case TANH -> new Expr.Minus(one, new Expr.Product(y, y));
          };
      return new Expr.Product(node.input(1).cell(row, column), slope);
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return resting.at(row) ? List.of() : List.of(Region.cell(node.id(), row, column));
    }
  }
}
