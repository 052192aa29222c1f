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
 * Rotary positions (Su et al. 2021, equation 15): each pair of features is turned by an angle that
 * grows with the position, so that q·k depends on the distance alone. Input: x (B·T x d). Pair i
 * turns by p / base^(2i/turned).
 *
 * @param length rows of one sample
 * @param from the position of a sample's first row; from there they count
 * @param turned how many leading features are turned, an even number; the rest stays
 * @param pairing which two features make a pair
 * @param base of the angles, 10000 in the paper
 * @param back whether pairs are turned the other way, as gradients are
 */
public record Rotate(int length, int from, int turned, Pairing pairing, double base, boolean back)
    implements Op {

  /** Which two features make a pair. */
  public enum Pairing {
    /** 2i and 2i + 1, as in the paper and GPT-J. */
    INTERLEAVED,
    /** i and i + turned/2, as in Llama and GPT-NeoX. */
    HALVES
  }

  public Rotate(int length, int turned, Pairing pairing, double base) {
    this(length, 0, turned, pairing, base);
  }

  public Rotate(int length, int from, int turned, Pairing pairing, double base) {
    this(length, from, turned, pairing, base, false);
  }

  public Rotate {
    if (turned % 2 != 0 || turned < 0) {
      throw new IllegalArgumentException(turned + " features can't be turned in pairs");
    }
  }

  @Override
  public String kind() {
    return "rotate";
  }

  @Override
  public FMatrixRMaj forward(List<FMatrixRMaj> inputs) {
    FMatrixRMaj x = inputs.getFirst();
    FMatrixRMaj y = x.copy();
    for (int row = 0; row < x.numRows; row++) {
      for (int pair = 0; pair < turned / 2; pair++) {
        int a = first(pair);
        int b = second(pair);
        float cos = turn(Function.COS, row, pair).value();
        float sin = turn(Function.SIN, row, pair).value();
        y.set(row, a, x.get(row, a) * cos - x.get(row, b) * sin);
        y.set(row, b, x.get(row, b) * cos + x.get(row, a) * sin);
      }
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node x = node.input(0);
    if (column >= turned) {
      return x.cell(row, column);
    }
    int pair = pairOf(column);
    Expr own = new Expr.Product(x.cell(row, column), turn(Function.COS, row, pair));
    Expr sin = turn(Function.SIN, row, pair);
    return column == first(pair)
        ? new Expr.Minus(own, new Expr.Product(x.cell(row, second(pair)), sin))
        : new Expr.Plus(own, new Expr.Product(x.cell(row, first(pair)), sin));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (column >= turned) {
      return List.of(Region.cell(node.id(), row, column));
    }
    int pair = pairOf(column);
    return List.of(
        Region.cell(node.id(), row, first(pair)), Region.cell(node.id(), row, second(pair)));
  }

  /** The pair that a turned column belongs to. */
  public int pairOf(int column) {
    return pairing == Pairing.INTERLEAVED ? column / 2 : column % (turned / 2);
  }

  /** The positions after which pair i has turned once around: 2π · base^(2i/turned). */
  public double wavelength(int pair) {
    return 2 * Math.PI * StrictMath.pow(base, 2.0 * pair / turned);
  }

  private int first(int pair) {
    return pairing == Pairing.INTERLEAVED ? 2 * pair : pair;
  }

  private int second(int pair) {
    return pairing == Pairing.INTERLEAVED ? 2 * pair + 1 : pair + turned / 2;
  }

  private Expr turn(Function function, int row, int pair) {
    int position = from + row % length;
    Expr exponent =
        new Expr.Quotient(new Expr.Constant("2i", 2.0 * pair), new Expr.Constant("d", turned));
    Expr angle =
        new Expr.Quotient(
            back ? new Expr.Constant("−pos", -position) : PositionCode.pos(position),
            new Expr.Power(Expr.Constant.of(base), exponent));
    return new Expr.Rounded(new Expr.Call(function, angle));
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new Rotate(length, from, turned, pairing, base, !back), gradient);
  }
}
