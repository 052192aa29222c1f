package attentionscope.op;

import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The angles of rotary positions (Su et al. 2021, equation 15): pair i turns by p / stretch_i /
 * base^(2i/turned) at position p. Sines and cosines are kept once they are computed, since all
 * layers and heads turn by the same ones; what is kept is no part of what the angles are.
 */
public final class Turning {

  /** Positions whose angles are kept at most. */
  private static final int MOST_KEPT = 1 << 16;

  private final int turned;
  private final Rotate.Pairing pairing;
  private final double base;
  private final List<Double> stretches;
  private final Map<Integer, float[]> known = new ConcurrentHashMap<>();

  /**
   * @param turned how many leading features are turned, an even number; the rest stays
   * @param pairing which two features make a pair
   * @param base of the angles, 10000 in the paper
   * @param stretch positions are divided by it, where a model reads longer texts than it first
   *     learned (linear scaling, Chen et al. 2023); 1 leaves them
   */
  public Turning(int turned, Rotate.Pairing pairing, double base, double stretch) {
    this(turned, pairing, base, Collections.nCopies(turned / 2, stretch));
  }

  /**
   * The same, where pairs that turn slowly are stretched more than those that turn fast, as in
   * Llama from version 3.1 on.
   *
   * @param stretches for each pair what positions are divided by
   */
  public Turning(int turned, Rotate.Pairing pairing, double base, List<Double> stretches) {
    if (turned % 2 != 0 || turned < 0) {
      throw new IllegalArgumentException(turned + " features can't be turned in pairs");
    }
    if (stretches.size() != turned / 2) {
      throw new IllegalArgumentException(
          stretches.size() + " numbers for " + turned / 2 + " pairs");
    }
    this.turned = turned;
    this.pairing = pairing;
    this.base = base;
    this.stretches = List.copyOf(stretches);
  }

  /** How many leading features are turned. */
  public int turned() {
    return turned;
  }

  public Rotate.Pairing pairing() {
    return pairing;
  }

  public double base() {
    return base;
  }

  /** How many pairs there are. */
  int pairs() {
    return turned / 2;
  }

  /** The first column of a pair. */
  int first(int pair) {
    return pairing == Rotate.Pairing.INTERLEAVED ? 2 * pair : pair;
  }

  /** The second column of a pair. */
  int second(int pair) {
    return pairing == Rotate.Pairing.INTERLEAVED ? 2 * pair + 1 : pair + turned / 2;
  }

  /** The pair that a turned column belongs to. */
  int pairOf(int column) {
    return pairing == Rotate.Pairing.INTERLEAVED ? column / 2 : column % (turned / 2);
  }

  /** The positions after which a pair has turned once around. */
  double wavelength(int pair) {
    return 2 * Math.PI * stretches.get(pair) * StrictMath.pow(base, 2.0 * pair / turned);
  }

  /** The cosines of all pairs at a position, then their sines. */
  float[] at(int position) {
    float[] found = known.get(position);
    if (found != null) {
      return found;
    }
    float[] computed = new float[turned];
    for (int pair = 0; pair < pairs(); pair++) {
      computed[pair] = turn(Function.COS, position, pair).value();
      computed[pairs() + pair] = turn(Function.SIN, position, pair).value();
    }
    if (known.size() < MOST_KEPT) {
      known.put(position, computed);
    }
    return computed;
  }

  /** Why a sine or a cosine is what it is; a negative position turns the other way. */
  Expr turn(Function function, int position, int pair) {
    Expr exponent =
        new Expr.Quotient(new Expr.Constant("2i", 2.0 * pair), new Expr.Constant("d", turned));
    double stretch = stretches.get(pair);
    Expr pos = position < 0 ? new Expr.Constant("−pos", position) : PositionCode.pos(position);
    Expr stretched =
        stretch == 1 ? pos : new Expr.Quotient(pos, new Expr.Constant("stretch", stretch));
    Expr angle = new Expr.Quotient(stretched, new Expr.Power(Expr.Constant.of(base), exponent));
    return new Expr.Rounded(new Expr.Call(function, angle));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Turning that
        && turned == that.turned
        && pairing == that.pairing
        && base == that.base
        && stretches.equals(that.stretches);
  }

  @Override
  public int hashCode() {
    return Objects.hash(turned, pairing, base, stretches);
  }

  @Override
  public String toString() {
    return "%d %s, base %s, stretched by %s".formatted(turned, pairing, base, stretches);
  }
}
