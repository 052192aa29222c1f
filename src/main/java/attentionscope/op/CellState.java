package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The new cell state of an LSTM: f ⊙ c + i ⊙ g, what is kept of the old one and what is let in
 * (Hochreiter and Schmidhuber 1997; Gers et al. 2000). Inputs: the forget gate f, the cell state
 * before c, the input gate i, the candidate g. All are B x d_h.
 *
 * @param resting the samples whose state stays
 */
public record CellState(Resting resting) implements Op {

  @Override
  public String kind() {
    return "cell-state";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    float[] forget = inputs.get(0).data;
    float[] before = inputs.get(1).data;
    float[] input = inputs.get(2).data;
    float[] candidate = inputs.get(3).data;
    FMatrixRMaj cell = Stock.unfilled(inputs.get(0).numRows, inputs.get(0).numCols);
    float[] now = cell.data;
    for (int i = 0; i < now.length; i++) {
      now[i] = forget[i] * before[i] + input[i] * candidate[i];
    }
    resting.keep(inputs.get(1), cell);
    return cell;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Expr before = node.input(1).cell(row, column);
    if (resting.at(row)) {
      return before;
    }
    return new Expr.Plus(
        new Expr.Product(node.input(0).cell(row, column), before),
        new Expr.Product(node.input(2).cell(row, column), node.input(3).cell(row, column)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return resting.at(row) && input != 1 ? List.of() : List.of(Region.cell(node.id(), row, column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node forget = node.input(0);
    Node before = node.input(1);
    Node input = node.input(2);
    Node candidate = node.input(3);
    Gated moving = new Gated(resting, false);
    pass.share(forget, moving, gradient, before);
    pass.share(before, new Gated(resting, true), gradient, forget);
    pass.share(input, moving, gradient, candidate);
    pass.share(candidate, moving, gradient, input);
  }
}
