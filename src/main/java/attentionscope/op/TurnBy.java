package attentionscope.op;

import attentionscope.trace.Backward;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import attentionscope.trace.Node;
import attentionscope.trace.Op;
import attentionscope.trace.Region;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The matrix R_k for which PE(p + k) = R_k PE(p), whatever p (Vaswani et al. 2017, section 3.5): a
 * rotation of each sine and cosine pair by its own angle k / base^(2i/d). It has no inputs. Result:
 * d x d, to be applied to rows from the right, so that it is R_kᵀ.
 *
 * @param code the sines and cosines that are turned; with odd d the last sine has no partner and
 *     can't be turned, so its cell stays zero
 * @param shift k
 */
public record TurnBy(Sinusoid code, int shift) implements Op {

  @Override
  public String kind() {
    return "turn-by";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj turn = new FMatrixRMaj(code.width(), code.width());
    for (int from = 0; from < code.width(); from++) {
      for (int to = 0; to < code.width(); to++) {
        turn.set(from, to, cell(from, to).value());
      }
    }
    return turn;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    return cell(row, column);
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    return List.of();
  }

  /** What the feature {@code from} at p gives to the feature {@code to} at p + k. */
  private Expr cell(int from, int to) {
    int pair = code.pairOf(from);
    if (pair != code.pairOf(to) || !hasBoth(pair)) {
      return Expr.Constant.of(0);
    }
    if (from == to) {
      return new Expr.Rounded(new Expr.Call(Function.COS, angle(pair)));
    }
    // sin(a + b) = sin a cos b + cos a sin b; cos(a + b) = cos a cos b − sin a sin b
    Expr sine = new Expr.Call(Function.SIN, angle(pair));
    return new Expr.Rounded(code.isSine(to) ? sine : new Expr.Minus(Expr.Constant.of(0), sine));
  }

  private boolean hasBoth(int pair) {
    return 2 * pair + 1 < code.width();
  }

  private Expr angle(int pair) {
    Expr exponent =
        new Expr.Quotient(
            new Expr.Constant("2i", 2.0 * pair), new Expr.Constant("d", code.width()));
    return new Expr.Quotient(
        new Expr.Constant("k", shift), new Expr.Power(Expr.Constant.of(code.base()), exponent));
  }

  /** It has no inputs. */
  @Override
  public void backward(Node node, Node gradient, Backward pass) {}
}
