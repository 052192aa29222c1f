package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * The mean loss of the predictions that count: Σ losses / Σ weights of their targets. Inputs:
 * losses (T x 1), target ids (T x 1) and, optionally, the weight of each word (1 x V), else each
 * counts as one. Result: 1 x 1; NaN where nothing counts.
 *
 * @param ignored the id of padding, or a negative number where nothing is ignored
 */
public record MeanLoss(int ignored) implements Op {

  @Override
  public String kind() {
    return "mean-loss";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj losses = inputs.get(0);
    float sum = 0f;
    for (int row = 0; row < losses.numRows; row++) {
      sum += losses.data[row];
    }
    FMatrixRMaj mean = new FMatrixRMaj(1, 1);
    mean.set(0, 0, sum / weight(inputs));
    return mean;
  }

  private float weight(List<FMatrixRMaj> inputs) {
    FMatrixRMaj targets = inputs.get(1);
    float sum = 0f;
    for (int row = 0; row < targets.numRows; row++) {
      int target = (int) targets.data[row];
      if (target != ignored) {
        sum += inputs.size() > 2 ? inputs.get(2).get(0, target) : 1f;
      }
    }
    return sum;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node losses = node.input(0);
    List<Expr> all =
        IntStream.range(0, losses.value().numRows).<Expr>mapToObj(t -> losses.cell(t, 0)).toList();
    return new Expr.Quotient(new Expr.Sum(all), weightOf(node));
  }

  private Expr weightOf(Node node) {
    Node targets = node.input(1);
    List<Expr> weights =
        IntStream.range(0, targets.value().numRows)
            .<Expr>mapToObj(t -> new Expr.Picked(weightOf(node, t), targets.cell(t, 0)))
            .toList();
    return Expr.Named.of("n", new Expr.Sum(weights));
  }

  private Expr weightOf(Node node, int row) {
    int target = (int) node.input(1).at(row, 0);
    if (target == ignored) {
      return Expr.Constant.of(0);
    }
    return node.inputs().size() > 2 ? node.input(2).cell(0, target) : Expr.Constant.of(1);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    boolean read = input < 2 || isTarget(node.input(1), column);
    return read ? List.of(Region.all(node.id())) : List.of();
  }

  private boolean isTarget(Node targets, int word) {
    return word != ignored
        && IntStream.range(0, targets.value().numRows)
            .anyMatch(row -> (int) targets.at(row, 0) == word);
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node[] operands =
        node.inputs().size() > 2
            ? new Node[] {gradient, node.input(1), node.input(2)}
            : new Node[] {gradient, node.input(1)};
    pass.share(node.input(0), new Gradient(this), operands);
  }

  /**
   * The gradient by the losses: every one has the same part g / Σ weights. Inputs: the gradient g
   * by the mean (1 x 1), target ids and, optionally, the weights.
   *
   * @param of the mean
   */
  public record Gradient(MeanLoss of) implements GradientOp {

    @Override
    public String kind() {
      return "mean-loss-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj parts = new FMatrixRMaj(inputs.get(1).numRows, 1);
      parts.fill(inputs.get(0).get(0, 0) / of.weight(inputs));
      return parts;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return new Expr.Quotient(node.input(0).cell(0, 0), of.weightOf(node));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      boolean read = input < 2 || of.isTarget(node.input(1), column);
      return read ? List.of(Region.all(node.id())) : List.of();
    }
  }
}
