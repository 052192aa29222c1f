package attentionscope.op;

import attentionscope.tensor.Functions;
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
    FMatrixRMaj hidden = new FMatrixRMaj(cell.numRows, cell.numCols);
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
}
