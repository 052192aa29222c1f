package attentionscope.op;

import attentionscope.tensor.Block;
import attentionscope.tensor.Products;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The matrix product A·B, or A·Bᵀ. Inputs: A (n x m) and B (m x p, transposed: p x m). Result: n x
 * p, each cell a row of A times a column of B.
 *
 * @param transposed whether B is transposed first, as where the output projection is the embedding
 */
public record Product(boolean transposed) implements Op {

  @Override
  public String kind() {
    return "product";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    return of(inputs.get(0), inputs.get(1));
  }

  FMatrixRMaj of(FMatrixRMaj a, FMatrixRMaj b) {
    FMatrixRMaj c = Stock.unfilled(a.numRows, transposed ? b.numRows : b.numCols);
    if (transposed) {
      Products.multiplyTransposed(Block.of(a), b, Block.of(c));
    } else {
      Products.multiply(Block.of(a), b, Block.of(c));
    }
    return c;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node a = node.input(0);
    Node b = node.input(1);
    return new Expr.SumOfProducts(
        IntStream.range(0, a.value().numCols)
            .mapToObj(k -> new Expr.Product(a.cell(row, k), cellOf(b, k, column)))
            .toList());
  }

  private Expr cellOf(Node b, int k, int column) {
    return transposed ? b.cell(column, k) : b.cell(k, column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (input == 0) {
      return List.of(Region.row(node.id(), row));
    }
    return List.of(Region.column(node.id(), transposed ? row : column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node a = node.input(0);
    Node b = node.input(1);
    pass.share(a, new Product(!transposed), gradient, b);
    TransposedProduct sum = new TransposedProduct(1);
    if (transposed) {
      pass.share(b, sum, gradient, a);
    } else {
      pass.share(b, sum, a, gradient);
    }
  }
}
