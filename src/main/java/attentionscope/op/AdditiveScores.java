package attentionscope.op;

import attentionscope.tensor.Block;
import attentionscope.tensor.Functions;
import attentionscope.tensor.Products;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Additive attention scores: v·tanh(q + k) of each query with each key of its own sample, where q
 * and k are projected already (Bahdanau et al. 2014, appendix A.1.2). The concat score of Luong et
 * al. 2015, v·tanh(W[s; h]), is the same with W cut into the part for s and the part for h. Inputs:
 * q (B·T_q x d_a), k (B·T_k x d_a), v (d_a x 1). Result: (B·T_q) x T_k.
 *
 * @param samples how many samples B are stacked
 */
public record AdditiveScores(int samples) implements Op {

  /** About so many numbers are worked on at a time. */
  private static final int PART = 1 << 16;

  @Override
  public String kind() {
    return "additive-scores";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj q = inputs.get(0);
    FMatrixRMaj k = inputs.get(1);
    FMatrixRMaj v = inputs.get(2);
    int queries = q.numRows / samples;
    int keys = k.numRows / samples;
    FMatrixRMaj scores = Stock.zeros(q.numRows, keys);
    Block weights = new Block(v.data, 0, v.numRows, 1, v.numRows);
    int atOnce = atOnce(queries, keys, q.numCols);
    for (int sample = 0; sample < samples; sample++) {
      for (int first = 0; first < queries; first += atOnce) {
        int row = sample * queries + first;
        int count = Math.min(atOnce, queries - first);
        FMatrixRMaj energy = energy(q, row, count, k, sample * keys, keys);
        Products.multiplyTransposed(
            weights,
            Block.of(energy),
            new Block(scores.data, row * keys, count * keys, 1, count * keys));
      }
    }
    return scores;
  }

  /** How many queries are worked on at a time. */
  static int atOnce(int queries, int keys, int width) {
    return Math.clamp(PART / Math.max(1, (long) keys * width), 1, Math.max(1, queries));
  }

  /** tanh(q + k) of some queries with all keys of their sample: (queries·keys) x d_a. */
  static FMatrixRMaj energy(
      FMatrixRMaj q, int row, int count, FMatrixRMaj k, int firstKey, int keys) {
    int width = q.numCols;
    FMatrixRMaj energy = Stock.zeros(count * keys, width);
    for (int pair = 0; pair < energy.numRows; pair++) {
      int query = (row + pair / keys) * width;
      int key = (firstKey + pair % keys) * width;
      int to = pair * width;
      for (int a = 0; a < width; a++) {
        energy.data[to + a] = q.data[query + a] + k.data[key + a];
      }
    }
    Functions.tanh(energy, energy);
    return energy;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node q = node.input(0);
    Node k = node.input(1);
    Node v = node.input(2);
    int key = row / queries(node) * keys(node) + column;
    return new Expr.SumOfProducts(
        IntStream.range(0, q.value().numCols)
            .mapToObj(
                a ->
                    new Expr.Product(
                        v.cell(a, 0),
                        new Expr.Call(
                            Function.TANH, new Expr.Plus(q.cell(row, a), k.cell(key, a)))))
            .toList());
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return input == 2
        ? List.of(Region.all(node.id()))
        : new Scores(samples).feeds(node, input, row, column);
  }

  private int queries(Node node) {
    return node.value().numRows / samples;
  }

  private int keys(Node node) {
    return node.value().numCols;
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node q = node.input(0);
    Node k = node.input(1);
    Node v = node.input(2);
    for (AdditiveGradient.By by : AdditiveGradient.By.values()) {
      pass.share(node.input(by.input()), new AdditiveGradient(samples, by), gradient, q, k, v);
    }
  }
}
