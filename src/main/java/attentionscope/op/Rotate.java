package attentionscope.op;

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
 * Rotary positions (Su et al. 2021, equation 15): each pair of features is turned by an angle that
 * grows with the position, so that q·k depends on the distance alone. Input: x (B·T x d).
 *
 * @param turning how far each pair turns
 * @param positions of the rows; fewer than rows come round again, so that those of one sample serve
 *     all
 * @param back whether pairs are turned the other way, as gradients are
 */
public record Rotate(Turning turning, List<Integer> positions, boolean back) implements Op {

  /** Which two features make a pair. */
  public enum Pairing {
    /** 2i and 2i + 1, as in the paper and GPT-J. */
    INTERLEAVED,
    /** i and i + turned/2, as in Llama and GPT-NeoX. */
    HALVES
  }

  public Rotate {
    positions = List.copyOf(positions);
  }

  /** Positions 0, 1, 2, … in every sample. */
  public Rotate(int length, int turned, Pairing pairing, double base) {
    this(new Turning(turned, pairing, base, 1), IntStream.range(0, length).boxed().toList(), false);
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
      float[] angles = turning.at(positionOf(row));
      int start = row * x.numCols;
      for (int pair = 0; pair < turning.pairs(); pair++) {
        int a = start + turning.first(pair);
        int b = start + turning.second(pair);
        float cos = angles[pair];
        float sin = angles[turning.pairs() + pair];
        y.data[a] = x.data[a] * cos - x.data[b] * sin;
        y.data[b] = x.data[b] * cos + x.data[a] * sin;
      }
    }
    return y;
  }

  @Override
  public Expr explain(Node node, int row, int column) {
    Node x = node.input(0);
    if (column >= turning.turned()) {
      return x.cell(row, column);
    }
    int pair = pairOf(column);
    Expr cos = turning.turn(Function.COS, positionOf(row), pair);
    Expr sin = turning.turn(Function.SIN, positionOf(row), pair);
    Expr own = new Expr.Product(x.cell(row, column), cos);
    return column == turning.first(pair)
        ? new Expr.Minus(own, new Expr.Product(x.cell(row, turning.second(pair)), sin))
        : new Expr.Plus(own, new Expr.Product(x.cell(row, turning.first(pair)), sin));
  }

  @Override
  public List<Region> feeds(Node node, int input, int row, int column) {
    if (column >= turning.turned()) {
      return List.of(Region.cell(node.id(), row, column));
    }
    int pair = pairOf(column);
    return List.of(
        Region.cell(node.id(), row, turning.first(pair)),
        Region.cell(node.id(), row, turning.second(pair)));
  }

  /** How many leading features are turned; the rest stays. */
  public int turned() {
    return turning.turned();
  }

  /** The pair that a turned column belongs to. */
  public int pairOf(int column) {
    return turning.pairOf(column);
  }

  /** The positions after which pair i has turned once around: 2π · base^(2i/turned). */
  public double wavelength(int pair) {
    return turning.wavelength(pair);
  }

  private int positionOf(int row) {
    int position = positions.get(row % positions.size());
    return back ? -position : position;
  }

  @Override
  public void backward(Node node, Node gradient, Backward pass) {
    pass.share(node.input(0), new Rotate(turning, positions, !back), gradient);
  }
}
