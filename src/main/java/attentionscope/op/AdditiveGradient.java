package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The gradients by the inputs of {@link AdditiveScores}. With e = tanh(q_t + k_j) and the gradient
 * g of the scores they are
 *
 * <pre>
 *   by q_t:  Σ_j g_tj · (v · (1 − e²))     by k_j:  Σ_t g_tj · (v · (1 − e²))
 *   by v:    Σ_t Σ_j g_tj · e
 * </pre>
 *
 * each sum from the first to the last. Inputs: the gradient g, q, k, v.
 *
 * @param samples how many samples B are stacked
 * @param by which of the inputs the gradient is by
 */
public record AdditiveGradient(int samples, By by) implements GradientOp {

  /** The inputs of the scores, in their order. */
  public enum By {
    QUERIES(0),
    KEYS(1),
    WEIGHTS(2);

    private final int input;

    By(int input) {
      this.input = input;
    }

    /** Which input of the scores it is. */
    int input() {
      return input;
    }
  }

  @Override
  public String kind() {
    return "additive-scores-gradient";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj g = inputs.get(0);
    FMatrixRMaj q = inputs.get(1);
    FMatrixRMaj k = inputs.get(2);
    FMatrixRMaj v = inputs.get(3);
    FMatrixRMaj wanted = inputs.get(1 + by.input());
    FMatrixRMaj sum = Stock.zeros(wanted.numRows, wanted.numCols);
    int queries = q.numRows / samples;
    int keys = g.numCols;
    int atOnce = AdditiveScores.atOnce(queries, keys, q.numCols);
    for (int sample = 0; sample < samples; sample++) {
      for (int first = 0; first < queries; first += atOnce) {
        int row = sample * queries + first;
        int count = Math.min(atOnce, queries - first);
        FMatrixRMaj energy = AdditiveScores.energy(q, row, count, k, sample * keys, keys);
        if (by != By.WEIGHTS) {
          slope(energy, v);
        }
        add(g, row, sample * keys, energy, sum);
      }
    }
    return sum;
  }

  /** Adds what some queries and all keys of their sample give, (queries·keys) x d_a. */
  private void add(FMatrixRMaj g, int row, int firstKey, FMatrixRMaj terms, FMatrixRMaj sum) {
    int keys = g.numCols;
    int width = terms.numCols;
    for (int pair = 0; pair < terms.numRows; pair++) {
      int to =
          switch (by) {
            case QUERIES -> (row + pair / keys) * width;
            case KEYS -> (firstKey + pair % keys) * width;
            case WEIGHTS -> 0;
          };
      add(g.data[row * keys + pair], terms.data, pair * width, sum.data, to, width);
    }
  }

  /** e becomes v · (1 − e²). */
  private static void slope(FMatrixRMaj energy, FMatrixRMaj v) {
    int width = energy.numCols;
    for (int row = 0; row < energy.numRows; row++) {
      for (int a = 0; a < width; a++) {
        float e = energy.data[row * width + a];
        energy.data[row * width + a] = v.data[a] * (1f - e * e);
      }
    }
  }

  private static void add(float by, float[] x, int from, float[] sum, int to, int count) {
    for (int a = 0; a < count; a++) {
      sum[to + a] = Math.fma(by, x[from + a], sum[to + a]);
    }
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    int queries = queries(node);
    int keys = keys(node);
    return new Expr.SumOfProducts(
        switch (by) {
          case QUERIES ->
              IntStream.range(0, keys).mapToObj(key -> term(node, row, key, column)).toList();
          case KEYS -> {
            int first = row / keys * queries;
            yield IntStream.range(first, first + queries)
                .mapToObj(query -> term(node, query, row % keys, column))
                .toList();
          }
          case WEIGHTS ->
              IntStream.range(0, samples * queries * keys)
                  .mapToObj(i -> term(node, i / keys, i % keys, row))
                  .toList();
        });
  }

  private Expr.Product term(Node node, int query, int key, int a) {
    int keyRow = query / queries(node) * keys(node) + key;
    Expr sum = new Expr.Plus(node.input(1).cell(query, a), node.input(2).cell(keyRow, a));
    Expr energy = new Expr.Call(Function.TANH, sum);
    Expr factor =
        by == By.WEIGHTS
            ? energy
            : new Expr.Product(
                node.input(3).cell(a, 0),
                new Expr.Minus(Expr.Constant.of(1), new Expr.Product(energy, energy)));
    return new Expr.Product(node.input(0).cell(query, key), factor);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    int queries = queries(node);
    int keys = keys(node);
    if (input == 3) {
      return by == By.WEIGHTS ? List.of() : List.of(Region.column(node.id(), row));
    }
    int sample = row / (input == 2 ? keys : queries);
    return switch (by) {
      case WEIGHTS ->
          List.of(input == 0 ? Region.all(node.id()) : Region.cell(node.id(), column, 0));
      case QUERIES ->
          List.of(
              switch (input) {
                case 0 -> Region.row(node.id(), row);
                case 1 -> Region.cell(node.id(), row, column);
                default -> rows(node, sample * queries, queries, Region.Span.one(column));
              });
      case KEYS ->
          List.of(
              switch (input) {
                case 0 -> Region.row(node.id(), sample * keys + column);
                case 1 -> rows(node, sample * keys, keys, Region.Span.one(column));
                default -> Region.cell(node.id(), row, column);
              });
    };
  }

  private static Region rows(Node node, int from, int count, Region.Span columns) {
    return new Region(node.id(), new Region.Span(from, from + count), columns);
  }

  private int queries(Node node) {
    return node.input(1).value().numRows / samples;
  }

  private int keys(Node node) {
    return node.input(0).value().numCols;
  }
}
