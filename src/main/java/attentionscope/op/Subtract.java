package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** The difference of two matrices of one size, cell by cell. */
public record Subtract() implements CellWise {

  @Override
  public String kind() {
    return "difference";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj a = inputs.get(0);
    FMatrixRMaj b = inputs.get(1);
    FMatrixRMaj difference = Stock.unfilled(a.numRows, a.numCols);
    int cells = a.numRows * a.numCols;
    for (int i = 0; i < cells; i++) {
      difference.data[i] = a.data[i] - b.data[i];
    }
    return difference;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Minus(node.input(0).cell(row, column), node.input(1).cell(row, column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.pass(node.input(0), gradient);
    pass.share(node.input(1), Scale.by("", -1), gradient);
  }
}
