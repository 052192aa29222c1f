package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Two matrices of one size added cell by cell.
 *
 * @param kind what the sum is for: {@code residual}, {@code mask}, {@code position}, {@code bias}
 */
public record Add(String kind) implements CellWise {

  /** x + Sublayer(x). */
  public static final Add RESIDUAL = new Add("residual");

  /** Scores + mask, where the mask holds 0 or −∞. */
  public static final Add MASK = new Add("mask");

  /** Embeddings + positions. */
  public static final Add POSITION = new Add("position");

  /** Scores + a bias that depends on the distance. */
  public static final Add BIAS = new Add("bias");

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj a = inputs.get(0);
    FMatrixRMaj b = inputs.get(1);
    FMatrixRMaj sum = Stock.unfilled(a.numRows, a.numCols);
    int cells = a.numRows * a.numCols;
    for (int i = 0; i < cells; i++) {
      sum.data[i] = a.data[i] + b.data[i];
    }
    return sum;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Plus(node.input(0).cell(row, column), node.input(1).cell(row, column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.pass(node.input(0), gradient);
    pass.pass(node.input(1), gradient);
  }
}
