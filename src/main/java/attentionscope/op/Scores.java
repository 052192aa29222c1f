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
 * Attention scores Q·Kᵀ, each query with each key of its own sample. Inputs: Q (B·T_q x d_k), K
 * (B·T_k x d_k). Result: (B·T_q) x T_k (Vaswani et al. 2017, equation 1).
 *
 * @param samples how many samples B are stacked
 */
public record Scores(int samples) implements Op {

  @Override
  public String kind() {
    return "scores";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj q = inputs.get(0);
    FMatrixRMaj k = inputs.get(1);
    int queries = q.numRows / samples;
    int keys = k.numRows / samples;
    FMatrixRMaj scores = Stock.unfilled(q.numRows, keys);
    for (int b = 0; b < samples; b++) {
      Products.multiplyTransposed(
          Block.of(q).rows(b * queries, (b + 1) * queries),
          Block.of(k).rows(b * keys, (b + 1) * keys),
          Block.of(scores).rows(b * queries, (b + 1) * queries));
    }
    return scores;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node q = node.input(0);
    Node k = node.input(1);
    int key = row / queries(node) * keys(node) + column;
    return new Expr.SumOfProducts(
        IntStream.range(0, q.value().numCols)
            .mapToObj(i -> new Expr.Product(q.cell(row, i), k.cell(key, i)))
            .toList());
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (input == 0) {
      return List.of(Region.row(node.id(), row));
    }
    int sample = row / keys(node);
    int from = sample * queries(node);
    return List.of(
        new Region(
            node.id(),
            new Region.Span(from, from + queries(node)),
            Region.Span.one(row % keys(node))));
  }

  private int queries(Node node) {
    return node.value().numRows / samples;
  }

  private int keys(Node node) {
    return node.value().numCols;
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new WeightedSum(samples), gradient, node.input(1));
    pass.share(node.input(1), new TransposedProduct(samples), gradient, node.input(0));
  }
}
