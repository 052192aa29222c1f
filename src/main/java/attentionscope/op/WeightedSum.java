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
 * Attention output: for each query the values of its own sample, weighted. Inputs: weights ((B·T_q)
 * x T_k), V (B·T_k x d_v). Result: B·T_q x d_v.
 *
 * @param samples how many samples B are stacked
 */
public record WeightedSum(int samples) implements Op {

  @Override
  public String kind() {
    return "weighted-sum";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj weights = inputs.get(0);
    FMatrixRMaj v = inputs.get(1);
    int queries = weights.numRows / samples;
    int keys = v.numRows / samples;
    FMatrixRMaj output = Stock.unfilled(weights.numRows, v.numCols);
    for (int b = 0; b < samples; b++) {
      Products.multiply(
          Block.of(weights).rows(b * queries, (b + 1) * queries),
          Block.of(v).rows(b * keys, (b + 1) * keys),
          Block.of(output).rows(b * queries, (b + 1) * queries));
    }
    return output;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node weights = node.input(0);
    Node v = node.input(1);
    int keys = v.value().numRows / samples;
    int first = row / queries(node) * keys;
    return new Expr.SumOfProducts(
        IntStream.range(0, keys)
            .mapToObj(j -> new Expr.Product(weights.cell(row, j), v.cell(first + j, column)))
            .toList());
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (input == 0) {
      return List.of(Region.row(node.id(), row));
    }
    int from = row / (node.input(1).value().numRows / samples) * queries(node);
    return List.of(
        new Region(
            node.id(), new Region.Span(from, from + queries(node)), Region.Span.one(column)));
  }

  private int queries(Node node) {
    return node.value().numRows / samples;
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new Scores(samples), gradient, node.input(1));
    pass.share(node.input(1), new TransposedProduct(samples), node.input(0), gradient);
  }
}
