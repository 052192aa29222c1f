package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Two matrices of one size multiplied cell by cell: what a gate lets pass. */
public record Multiply() implements CellWise {

  @Override
  public String kind() {
    return "multiply";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj a = inputs.get(0);
    FMatrixRMaj b = inputs.get(1);
    FMatrixRMaj product = Stock.unfilled(a.numRows, a.numCols);
    int cells = a.numRows * a.numCols;
    for (int i = 0; i < cells; i++) {
      product.data[i] = a.data[i] * b.data[i];
    }
    return product;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Product(node.input(0).cell(row, column), node.input(1).cell(row, column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), this, gradient, node.input(1));
    pass.share(node.input(1), this, gradient, node.input(0));
  }
}
