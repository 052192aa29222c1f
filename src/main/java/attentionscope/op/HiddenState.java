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
 * The hidden state of an LSTM: o ⊙ tanh(c), what the output gate shows of the cell state. Inputs:
 * the output gate o, the cell state c, and the hidden state before where samples rest. All are B x
 * d_h.
 *
 * @param resting the samples whose state stays
 */
public record HiddenState(Resting resting) implements Op {

  @Override
  public String kind() {
    return "hidden-state";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj cell = inputs.get(1);
    FMatrixRMaj hidden = Stock.unfilled(cell.numRows, cell.numCols);
    Functions.tanh(cell, hidden);
    float[] output = inputs.get(0).data;
    float[] now = hidden.data;
    for (int i = 0; i < now.length; i++) {
      now[i] = output[i] * now[i];
    }
    if (resting.any()) {
      resting.keep(inputs.get(2), hidden);
    }
    return hidden;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return resting.at(row)
        ? node.input(2).cell(row, column)
        : new Expr.Product(
            node.input(0).cell(row, column),
            new Expr.Call(Function.TANH, node.input(1).cell(row, column)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return resting.at(row) == (input == 2)
        ? List.of(Region.cell(node.id(), row, column))
        : List.of();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node output = node.input(0);
    Node cell = node.input(1);
    pass.share(output, new OutputGradient(resting), cell, gradient);
    pass.share(cell, new CellGradient(resting), output, cell, gradient);
    if (resting.any()) {
      resting.backward(node.input(2), gradient, pass);
    }
  }

  /** The gradient by the output gate: g · tanh(c). Inputs: the cell state c, the gradient g. */
  public record OutputGradient(Resting resting) implements GradientOp {

    @Override
    public String kind() {
      return "output-gate-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj cell = inputs.get(0);
      FMatrixRMaj gradient = Stock.unfilled(cell.numRows, cell.numCols);
      Functions.tanh(cell, gradient);
      float[] g = inputs.get(1).data;
      float[] by = gradient.data;
      for (int i = 0; i < by.length; i++) {
        by[i] = g[i] * by[i];
      }
      resting.clear(gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return resting.at(row)
          ? Expr.Constant.of(0)
          : new Expr.Product(
              node.input(1).cell(row, column),
              new Expr.Call(Function.TANH, node.input(0).cell(row, column)));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return resting.at(row) ? List.of() : List.of(Region.cell(node.id(), row, column));
    }
  }

  /**
   * The gradient by the cell state: (g · o) · (1 − tanh(c)²). Inputs: the output gate o, the cell
   * state c, the gradient g.
   */
  public record CellGradient(Resting resting) implements GradientOp {

    @Override
    public String kind() {
      return "cell-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj cell = inputs.get(1);
      FMatrixRMaj gradient = Stock.unfilled(cell.numRows, cell.numCols);
      Functions.tanh(cell, gradient);
      float[] o = inputs.get(0).data;
      float[] g = inputs.get(2).data;
      float[] by = gradient.data;
      for (int i = 0; i < by.length; i++) {
        by[i] = (g[i] * o[i]) * (1f - by[i] * by[i]);
      }
      resting.clear(gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      if (resting.at(row)) {
        return Expr.Constant.of(0);
      }
      Expr tanh = new Expr.Call(Function.TANH, node.input(1).cell(row, column));
      return new Expr.Product(
          new Expr.Product(node.input(2).cell(row, column), node.input(0).cell(row, column)),
          new Expr.Minus(Expr.Constant.of(1), new Expr.Product(tanh, tanh)));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return resting.at(row) ? List.of() : List.of(Region.cell(node.id(), row, column));
    }
  }
}
