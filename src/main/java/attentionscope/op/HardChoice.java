package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Hard attention (Xu et al. 2015, section 4.1): of each row of weights one alone is chosen, by 1,
 * all others get 0. The largest is chosen (the first of equals), or one is drawn with the weights
 * as probabilities. Input: weights, rows that sum to one. Result: as large.
 *
 * @param seed of the draw; empty chooses the largest
 */
public record HardChoice(OptionalLong seed) implements Op {

  @Override
  public String kind() {
    return "hard-choice";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj weights = inputs.getFirst();
    FMatrixRMaj choice = new FMatrixRMaj(weights.numRows, weights.numCols);
    float[] draws = draws(weights.numRows);
    for (int row = 0; row < weights.numRows; row++) {
      choice.set(row, chosen(weights, row, draws), 1f);
    }
    return choice;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node weights = node.input(0);
    float[] draws = draws(row + 1);
    int chosen = chosen(weights.value(), row, draws);
    Expr by;
    if (seed.isEmpty()) {
      by = new Expr.Max(cells(weights, row, weights.value().numCols));
    } else {
      // the first weight with which the sum exceeds the draw
      Expr sum = new Expr.Sum(cells(weights, row, chosen + 1));
      by = new Expr.Minus(sum, new Expr.Constant("u", draws[row]));
    }
    return new Expr.Picked(Expr.Constant.of(column == chosen ? 1 : 0), by);
  }

  private static List<Expr> cells(Node weights, int row, int count) {
    return IntStream.range(0, count).mapToObj(j -> weights.cell(row, j)).toList();
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    boolean read = seed.isEmpty() || column <= chosen(node.input(0).value(), row, draws(row + 1));
    return read ? List.of(Region.row(node.id(), row)) : List.of();
  }

  /** One number from 0 to 1 a row; the generator is named, since its stream must be the same. */
  private float[] draws(int rows) {
    float[] draws = new float[rows];
    if (seed.isPresent()) {
      RandomGenerator random =
          RandomGeneratorFactory.of("L64X128MixRandom").create(seed.getAsLong());
      for (int row = 0; row < rows; row++) {
        draws[row] = random.nextFloat();
      }
    }
    return draws;
  }

  private int chosen(FMatrixRMaj weights, int row, float[] draws) {
    if (seed.isEmpty()) {
      return Largest.of(weights, row);
    }
    float sum = 0f;
    int last = 0;
    for (int column = 0; column < weights.numCols; column++) {
      float weight = weights.get(row, column);
      sum += weight;
      last = weight > 0 ? column : last;
      if (sum > draws[row]) {
        return column;
      }
    }
    return last; // rounding left the sum short of the draw
  }

  /**
   * The choice itself has no slope. The weights get the gradient of the choice as if it were they
   * (straight-through, Bengio et al. 2013); Xu et al. estimate theirs from drawn samples instead.
   */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.pass(node.input(0), gradient);
  }
}
