package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Every cell divided or multiplied by one number: scores / √d_k, embeddings × √d_model.
 *
 * @param symbol how formulas write the number
 * @param number the number
 * @param divides whether cells are divided by it
 */
public record Scale(String symbol, float number, boolean divides) implements CellWise {

  /** x / √d_k (Vaswani et al. 2017, equation 1). */
  public static Scale byRootOfKeyWidth(int dK) {
    return new Scale("√d_k", (float) Math.sqrt(dK), true);
  }

  /**
   * x / (√d_k · n): the scores of layer n, where deeper layers are scaled down further (Karamcheti
   * et al. 2021, Mistral's GPT-2).
   */
  public static Scale byRootOfKeyWidthAndLayer(int dK, int layer) {
    return new Scale("√d_k · " + layer, (float) (Math.sqrt(dK) * layer), true);
  }

  /** x × √d_model (Vaswani et al. 2017, section 3.4). */
  public static Scale timesRootOfModelWidth(int dModel) {
    return new Scale("√d_model", (float) Math.sqrt(dModel), false);
  }

  @Override
  public String kind() {
    return "scale";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = Stock.unfilled(x.numRows, x.numCols);
    int cells = x.numRows * x.numCols;
    if (divides) {
      for (int i = 0; i < cells; i++) {
        y.data[i] = x.data[i] / number;
      }
    } else {
      for (int i = 0; i < cells; i++) {
        y.data[i] = x.data[i] * number;
      }
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Expr x = node.input(0).cell(row, column);
    Expr by = new Expr.Constant(symbol, number);
    return divides ? new Expr.Quotient(x, by) : new Expr.Product(x, by);
  }

  /** x × number. */
  public static Scale by(String symbol, float number) {
    return new Scale(symbol, number, false);
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), this, gradient);
  }
}
