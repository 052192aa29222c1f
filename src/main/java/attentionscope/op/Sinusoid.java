package attentionscope.op;

import attentionscope.trace.Expr;
import attentionscope.trace.Function;

/**
 * Sine and cosine positions (Vaswani et al. 2017, section 3.5): the angle of pair i at position p
 * is p / base^(2i/d); its sine and its cosine stand next to each other, or all sines stand before
 * all cosines. With odd d the last pair has a sine only.
 *
 * @param span what stands for d in the exponent: the width in the paper, two less in tensor2tensor
 *     and M2M100, whose last pair turns by p / base exactly
 */
public record Sinusoid(int samples, int length, int width, Layout layout, double base, int span)
    implements PositionCode {

  /** The paper's angles. */
  public Sinusoid(int samples, int length, int width, Layout layout, double base) {
    this(samples, length, width, layout, base, width);
  }

  /** Where the sine and the cosine of a pair stand. */
  public enum Layout {
    /** sin, cos, sin, cos, … as in the paper. */
    INTERLEAVED,
    /** All sines, then all cosines, as in Marian and tensor2tensor. */
    CONCATENATED
  }

  @Override
  public String kind() {
    return "sinusoid";
  }

  @Override
  public Expr code(int position, int column) {
    int pair = pairOf(column);
    Expr exponent =
        new Expr.Quotient(
            new Expr.Constant("2i", 2.0 * pair),
            new Expr.Constant(span == width ? "d" : "d − 2", span));
    Expr angle =
        new Expr.Quotient(
            PositionCode.pos(position), new Expr.Power(Expr.Constant.of(base), exponent));
    return new Expr.Rounded(new Expr.Call(isSine(column) ? Function.SIN : Function.COS, angle));
  }

  /** The pair i that a column belongs to. */
  public int pairOf(int column) {
    return switch (layout) {
      case INTERLEAVED -> column / 2;
      case CONCATENATED -> column < sines() ? column : column - sines();
    };
  }

  /** Whether a column holds a sine; the others hold cosines. */
  public boolean isSine(int column) {
    return layout == Layout.INTERLEAVED ? column % 2 == 0 : column < sines();
  }

  private int sines() {
    return (width + 1) / 2;
  }

  /** The positions after which pair i comes round again: 2π · base^(2i/d). */
  public double wavelength(int pair) {
    return 2 * Math.PI * StrictMath.pow(base, 2.0 * pair / span);
  }
}
