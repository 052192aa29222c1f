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
 * Aᵀ·B, for each sample by itself: gradients by weights, keys and values. Inputs: A (B·n x p), B
 * (B·n x q). Result: B·p x q.
 *
 * @param samples how many samples are stacked
 */
public record TransposedProduct(int samples) implements Op {

  @Override
  public String kind() {
    return "transposed-product";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj a = inputs.get(0);
    FMatrixRMaj b = inputs.get(1);
    int rows = a.numRows / samples;
    FMatrixRMaj c = Stock.unfilled(samples * a.numCols, b.numCols);
    for (int s = 0; s < samples; s++) {
      Products.multiplyFirstTransposed(
          Block.of(a).rows(s * rows, (s + 1) * rows),
          Block.of(b).rows(s * rows, (s + 1) * rows),
          Block.of(c).rows(s * a.numCols, (s + 1) * a.numCols));
    }
    return c;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node a = node.input(0);
    Node b = node.input(1);
    int width = a.value().numCols;
    int rows = rows(node);
    int first = row / width * rows;
    return new Expr.SumOfProducts(
        IntStream.range(first, first + rows)
            .mapToObj(t -> new Expr.Product(a.cell(t, row % width), b.cell(t, column)))
            .toList());
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int width = node.input(0).value().numCols;
    int first = row / rows(node) * width;
    if (input == 0) {
      return List.of(Region.row(node.id(), first + column));
    }
    return List.of(
        new Region(node.id(), new Region.Span(first, first + width), Region.Span.one(column)));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    // c = aᵀb: dA = b·dCᵀ, dB = a·dC, each sample by itself
    pass.share(node.input(0), new Scores(samples), node.input(1), gradient);
    pass.share(node.input(1), new WeightedSum(samples), node.input(0), gradient);
  }

  private int rows(Node node) {
    return node.input(0).value().numRows / samples;
  }
}
