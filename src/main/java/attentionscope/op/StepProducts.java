package attentionscope.op;

import attentionscope.tensor.Block;
import attentionscope.tensor.Products;
import attentionscope.tensor.Stock;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradient by a weight that several steps multiply by: A₁ᵀ·B₁ + A₂ᵀ·B₂ + … as one sum over the
 * rows of all. Inputs: A₁ (n x p), B₁ (n x q), A₂, B₂, … Result: p x q.
 */
public record StepProducts() implements GradientOp {

  /** What one step alone gives. */
  static final TransposedProduct ONE = new TransposedProduct(1);

  @Override
  public String kind() {
    return "step-products";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj a = every(inputs, 0);
    FMatrixRMaj b = every(inputs, 1);
    FMatrixRMaj sum = Stock.unfilled(a.numCols, b.numCols);
    Products.multiplyFirstTransposed(Block.of(a), Block.of(b), Block.of(sum));
    return sum;
  }

  /** Every second matrix, one below the other. */
  private static FMatrixRMaj every(List<FMatrixRMaj> inputs, int first) {
    List<FMatrixRMaj> own =
        IntStream.range(0, inputs.size() / 2).mapToObj(i -> inputs.get(2 * i + first)).toList();
    return new StackRows().forward(own);
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    List<Expr.Product> products = new ArrayList<>();
    for (int pair = 0; pair < node.inputs().size(); pair += 2) {
      Node a = node.input(pair);
      Node b = node.input(pair + 1);
      for (int t = 0; t < a.value().numRows; t++) {
        products.add(new Expr.Product(a.cell(t, row), b.cell(t, column)));
      }
    }
    return new Expr.SumOfProducts(products);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of(
        input % 2 == 0 ? Region.row(node.id(), column) : Region.column(node.id(), column));
  }
}
