package attentionscope.op;

import attentionscope.tensor.Stock;
import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The hidden state of a GRU: z ⊙ h + (1 − z) ⊙ n, so much of the old state and the rest of the
 * candidate (Cho et al. 2014, equation 7). Inputs: the update gate z, the hidden state before h,
 * the candidate n. All are B x d_h.
 *
 * @param resting the samples whose state stays
 */
public record Blend(Resting resting) implements Op {

  @Override
  public String kind() {
    return "blend";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    float[] update = inputs.get(0).data;
    float[] before = inputs.get(1).data;
    float[] candidate = inputs.get(2).data;
    FMatrixRMaj hidden = Stock.unfilled(inputs.get(0).numRows, inputs.get(0).numCols);
    float[] now = hidden.data;
    for (int i = 0; i < now.length; i++) {
      now[i] = update[i] * before[i] + (1f - update[i]) * candidate[i];
    }
    resting.keep(inputs.get(1), hidden);
    return hidden;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Expr before = node.input(1).cell(row, column);
    if (resting.at(row)) {
      return before;
    }
    Expr update = node.input(0).cell(row, column);
    return new Expr.Plus(
        new Expr.Product(update, before),
        new Expr.Product(
            new Expr.Minus(Expr.Constant.of(1), update), node.input(2).cell(row, column)));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return resting.at(row) && input != 1 ? List.of() : List.of(Region.cell(node.id(), row, column));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    Node update = node.input(0);
    Node before = node.input(1);
    Node candidate = node.input(2);
    pass.share(update, new UpdateGradient(resting), before, candidate, gradient);
    pass.share(before, new Gated(resting, true), gradient, update);
    pass.share(candidate, new CandidateGradient(resting), update, gradient);
  }

  /**
   * The gradient by the update gate: g · (h − n). Inputs: the hidden state before h, the candidate
   * n, the gradient g.
   */
  public record UpdateGradient(Resting resting) implements GradientOp {

    @Override
    public String kind() {
      return "update-gate-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = Stock.unfilled(inputs.get(0).numRows, inputs.get(0).numCols);
      float[] before = inputs.get(0).data;
      float[] candidate = inputs.get(1).data;
      float[] g = inputs.get(2).data;
      for (int i = 0; i < gradient.data.length; i++) {
        gradient.data[i] = g[i] * (before[i] - candidate[i]);
      }
      resting.clear(gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return resting.at(row)
          ? Expr.Constant.of(0)
          : new Expr.Product(
              node.input(2).cell(row, column),
              new Expr.Minus(node.input(0).cell(row, column), node.input(1).cell(row, column)));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return resting.at(row) ? List.of() : List.of(Region.cell(node.id(), row, column));
    }
  }

  /** The gradient by the candidate: g · (1 − z). Inputs: the update gate z, the gradient g. */
  public record CandidateGradient(Resting resting) implements GradientOp {

    @Override
    public String kind() {
      return "candidate-gradient";
    }

    @Override
    public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
      FMatrixRMaj gradient = Stock.unfilled(inputs.get(0).numRows, inputs.get(0).numCols);
      float[] update = inputs.get(0).data;
      float[] g = inputs.get(1).data;
      for (int i = 0; i < gradient.data.length; i++) {
        gradient.data[i] = g[i] * (1f - update[i]);
      }
      resting.clear(gradient);
      return gradient;
    }

    @Override
    public Expr explain(Node node, int row, int column) {
      return resting.at(row)
          ? Expr.Constant.of(0)
          : new Expr.Product(
              node.input(1).cell(row, column),
              new Expr.Minus(Expr.Constant.of(1), node.input(0).cell(row, column)));
    }

    @Override
    public List<Region> feeds(Node node, int input, int row, int column) {
      return resting.at(row) ? List.of() : List.of(Region.cell(node.id(), row, column));
    }
  }
}
