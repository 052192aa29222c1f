package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Relative positions in buckets (Raffel et al. 2020, section 2.1): near distances have a bucket
 * each, far ones share buckets that widen logarithmically; each head has learned a bias for each
 * bucket. Input: the table (buckets x heads). Result: (B·T_q) x T_k.
 *
 * @param samples how many samples are stacked
 * @param queries T_q; they are the last of the keys
 * @param keys T_k
 * @param head the column of the table
 * @param buckets how many buckets there are
 * @param farthest the distance from which all share the last bucket
 * @param bothWays whether keys ahead have buckets of their own, as in an encoder
 */
public record Buckets(
    int samples, int queries, int keys, int head, int buckets, int farthest, boolean bothWays)
    implements Op {

  @Override
  public String kind() {
    return "buckets";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj table = inputs.getFirst();
    FMatrixRMaj bias = new FMatrixRMaj(samples * queries, keys);
    for (int row = 0; row < bias.numRows; row++) {
      for (int column = 0; column < keys; column++) {
        bias.set(row, column, table.get(bucket(row, column), head));
      }
    }
    return bias;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return new Expr.Picked(
        node.input(0).cell(bucket(row, column), head),
        new Expr.Constant("j − i", distance(row, column)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (column != head) {
      return List.of();
    }
    List<Region> cells = new ArrayList<>();
    for (int r = 0; r < samples * queries; r++) {
      for (int c = 0; c < keys; c++) {
        if (bucket(r, c) == row) {
          cells.add(Region.cell(node.id(), r, c));
        }
      }
    }
    return cells;
  }

  private int bucket(int row, int column) {
    return bucketOf(distance(row, column), buckets, farthest, bothWays);
  }

  private int distance(int row, int column) {
    return column - (row % queries + keys - queries);
  }

  /**
   * The bucket of a distance.
   *
   * @param distance key position minus query position
   */
  public static int bucketOf(int distance, int buckets, int farthest, boolean bothWays) {
    int available = bothWays ? buckets / 2 : buckets;
    int first = bothWays && distance > 0 ? available : 0;
    int away = bothWays ? Math.abs(distance) : Math.max(0, -distance);
    int exact = available / 2;
    if (away < exact) {
      return first + away;
    }
    // the rest in 32 bits, as the models that have learned these tables compute it
    float share = (float) StrictMath.log((float) away / exact);
    float step = share / (float) StrictMath.log((double) farthest / exact);
    int far = exact + (int) (step * (available - exact));
    return first + Math.min(far, available - 1);
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new Gradient(this, node.input(0).value().numCols), gradient);
  }

  /**
   * The gradient by the table of a head's biases: each bucket's is the sum over the cells that it
   * filled. Input: the gradient by the biases ((B·T_q) x T_k). Result: buckets x heads, zero but in
   * the head's own column.
   *
   * @param of the biases
   * @param heads columns of the table
   */
  public record Gradient(Buckets of, int heads) implements GradientOp {

    @Override
    public String kind() {
      return "buckets-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = inputs.get(0);
      FMatrixRMaj table = new FMatrixRMaj(of.buckets, heads);
      for (int row = 0; row < gradient.numRows; row++) {
        for (int column = 0; column < gradient.numCols; column++) {
          int bucket = of.bucket(row, column);
          float sum = table.get(bucket, of.head) + gradient.get(row, column);
          table.set(bucket, of.head, sum);
        }
      }
      return table;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      FMatrixRMaj gradient = node.input(0).value();
      List<Expr> terms = new ArrayList<>();
      for (int r = 0; r < gradient.numRows; r++) {
        for (int c = 0; c < gradient.numCols; c++) {
          if (column == of.head && of.bucket(r, c) == row) {
            terms.add(node.input(0).cell(r, c));
          }
        }
      }
      return new Expr.Sum(terms);
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return List.of(Region.cell(node.id(), of.bucket(row, column), of.head));
    }
  }
}
