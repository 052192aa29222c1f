package attentionscope.op;

import attentionscope.tensor.Functions;
import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/**
 * How surprised a prediction is by what really comes: −ln of the probability that the scores give
 * to the target word. Inputs: scores (T x V), target ids (T x 1) and, optionally, the weight of
 * each word (1 x V). Result: T x 1; 0 where the target is the ignored one.
 *
 * <p>With smoothing ε the target is worth 1 − ε and all V words share ε (Szegedy et al. 2016,
 * section 7). A word's weight multiplies its part, as PyTorch has it.
 *
 * @param smoothing ε, 0 to below 1
 * @param ignored the id of padding, or a negative number where nothing is ignored
 */
public record CrossEntropy(double smoothing, int ignored) implements Op {

  @Override
  public String kind() {
    return "cross-entropy";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj scores = inputs.get(0);
    int words = scores.numCols;
    FMatrixRMaj losses = Stock.zeros(scores.numRows, 1);
    float[] shifted = new float[words];
    FMatrixRMaj exponentials = Stock.zeros(1, words);
    for (int row = 0; row < scores.numRows; row++) {
      int target = (int) inputs.get(1).get(row, 0);
      if (target == ignored) {
        continue;
      }
      float log = Function.LOG.of(exponentials(scores, row, shifted, exponentials));
      float loss = 0f;
      for (int word = 0; word < words; word++) {
        float part = part(inputs, target, word);
        if (part != 0) {
          loss = Math.fma(part, log - shifted[word], loss);
        }
      }
      losses.set(row, 0, loss);
    }
    return losses;
  }

  /** Fills in x − max and its exponentials; answers their sum. */
  private static float exponentials(
      FMatrixRMaj scores, int row, float[] shifted, FMatrixRMaj exponentials) {
    int words = scores.numCols;
    int at = row * words;
    float max = Float.NEGATIVE_INFINITY;
    for (int word = 0; word < words; word++) {
      max = Math.max(max, scores.data[at + word]);
    }
    for (int word = 0; word < words; word++) {
      shifted[word] = scores.data[at + word] - max;
    }
    System.arraycopy(shifted, 0, exponentials.data, 0, words);
    Functions.exp(exponentials, exponentials);
    float sum = 0f;
    for (int word = 0; word < words; word++) {
      sum += exponentials.data[word];
    }
    return sum;
  }

  /** What a word's −ln p counts for, given the target. */
  private float part(List<FMatrixRMaj> inputs, int target, int word) {
    int words = inputs.get(0).numCols;
    float weight = inputs.size() > 2 ? inputs.get(2).get(0, word) : 1f;
    double share = smoothing / words + (word == target ? 1 - smoothing : 0);
    return (float) share * weight;
  }

  private static List<FMatrixRMaj> values(Node node) {
    return node.inputs().stream().map(Node::value).toList();
  }

  /** The words whose −ln p counts at all. */
  private int[] counted(Node node, int row) {
    int target = (int) node.input(1).at(row, 0);
    if (target == ignored) {
      return new int[0];
    }
    List<FMatrixRMaj> values = values(node);
    return IntStream.range(0, values.get(0).numCols)
        .filter(word -> part(values, target, word) != 0)
        .toArray();
  }

  /** What a word's −ln p counts for, where it counts. */
  private Expr partOf(Node node, int row, int word) {
    int words = node.input(0).value().numCols;
    Node target = node.input(1);
    boolean right = (int) target.at(row, 0) == word;
    float share = (float) (smoothing / words + (right ? 1 - smoothing : 0));
    Expr part = new Expr.Picked(Expr.Constant.of(share), target.cell(row, 0));
    return node.inputs().size() > 2 ? new Expr.Product(part, node.input(2).cell(0, word)) : part;
  }

  /** x − max and Σ exp(x − max) of a row. */
  private record Spread(List<Expr> shifted, Expr sum) {
    static Spread of(Node scores, int row) {
      List<Expr> cells =
          IntStream.range(0, scores.value().numCols)
              .<Expr>mapToObj(word -> scores.cell(row, word))
              .toList();
      Expr max = Expr.Named.of("max", new Expr.Max(cells));
      List<Expr> shifted = cells.stream().<Expr>map(cell -> new Expr.Minus(cell, max)).toList();
      List<Expr> exponentials =
          shifted.stream().<Expr>map(x -> new Expr.Call(Function.EXP, x)).toList();
      return new Spread(shifted, Expr.Named.of("Σ", new Expr.Sum(exponentials)));
    }

    Expr exponential(int word) {
      return new Expr.Call(Function.EXP, shifted.get(word));
    }
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    int[] counted = counted(node, row);
    if (counted.length == 0) {
      return new Expr.Picked(Expr.Constant.of(0), node.input(1).cell(row, 0));
    }
    Spread spread = Spread.of(node.input(0), row);
    Expr log = new Expr.Call(Function.LOG, spread.sum());
    List<Expr.Product> terms = new ArrayList<>();
    for (int word : counted) {
      terms.add(
          new Expr.Product(
              partOf(node, row, word), new Expr.Minus(log, spread.shifted().get(word))));
    }
    return new Expr.SumOfProducts(terms);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return switch (input) {
      case 0 -> counted(node, row).length > 0 ? List.of(Region.cell(node.id(), row, 0)) : List.of();
      case 1 -> List.of(Region.cell(node.id(), row, 0));
      default -> rowsThatCount(node, column).map(r -> Region.cell(node.id(), r, 0)).toList();
    };
  }

  private Stream<Integer> rowsThatCount(Node node, int word) {
    return IntStream.range(0, node.value().numRows)
        .filter(row -> IntStream.of(counted(node, row)).anyMatch(w -> w == word))
        .boxed();
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node[] operands =
        node.inputs().size() > 2
            ? new Node[] {node.input(0), node.input(1), gradient, node.input(2)}
            : new Node[] {node.input(0), node.input(1), gradient};
    pass.share(node.input(0), new Gradient(this), operands);
  }

  /**
   * The gradient by the scores: g · (p_j · Σ parts − part_j), where p is the softmax of the scores
   * and the parts are what each word's −ln p counts for. Inputs: scores, target ids, the gradient g
   * by the losses (T x 1) and, optionally, the weight of each word.
   *
   * @param of the loss
   */
  public record Gradient(CrossEntropy of) implements GradientOp {

    @Override
    public String kind() {
      return "cross-entropy-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj scores = inputs.get(0);
      List<FMatrixRMaj> told = told(inputs);
      int words = scores.numCols;
      FMatrixRMaj gradient = Stock.zeros(scores.numRows, words);
      float[] shifted = new float[words];
      FMatrixRMaj exponentials = Stock.zeros(1, words);
      for (int row = 0; row < scores.numRows; row++) {
        int target = (int) inputs.get(1).get(row, 0);
        if (target == of.ignored) {
          continue;
        }
        float sum = exponentials(scores, row, shifted, exponentials);
        float parts = 0f;
        for (int word = 0; word < words; word++) {
          parts += of.part(told, target, word);
        }
        float g = inputs.get(2).get(row, 0);
        for (int word = 0; word < words; word++) {
          float probability = exponentials.data[word] / sum;
          gradient.data[row * words + word] =
              g * (probability * parts - of.part(told, target, word));
        }
      }
      return gradient;
    }

    /** Scores, targets and weights as the loss itself has them. */
    private static <T> List<T> told(List<T> inputs) {
      return inputs.size() > 3
          ? List.of(inputs.get(0), inputs.get(1), inputs.get(3))
          : inputs.subList(0, 2);
    }

    private static Node lossOf(Node node) {
      return new Node(
          node.id(), node.op(), told(node.inputs()), node.rows(), node.columns(), node.value());
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      Node target = node.input(1);
      if ((int) target.at(row, 0) == of.ignored) {
        return new Expr.Picked(Expr.Constant.of(0), target.cell(row, 0));
      }
      Node told = lossOf(node);
      Spread spread = Spread.of(node.input(0), row);
      Expr probability = new Expr.Quotient(spread.exponential(column), spread.sum());
      List<Expr> parts =
          IntStream.range(0, node.value().numCols)
              .mapToObj(word -> of.partOf(told, row, word))
              .toList();
      Expr whole = Expr.Named.of("Σ", new Expr.Sum(parts));
      return new Expr.Product(
          node.input(2).cell(row, 0),
          new Expr.Minus(new Expr.Product(probability, whole), parts.get(column)));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      if (input == 3) {
        return IntStream.range(0, node.value().numRows)
            .filter(r -> (int) node.input(1).at(r, 0) != of.ignored)
            .mapToObj(r -> Region.row(node.id(), r))
            .toList();
      }
      boolean counts = input == 1 || (int) node.input(1).at(row, 0) != of.ignored;
      return counts ? List.of(Region.row(node.id(), row)) : List.of();
    }
  }
}
