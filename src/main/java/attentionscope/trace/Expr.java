package attentionscope.trace;

import java.util.List;
import java.util.function.Consumer;

/**
 * Why a cell has its value: a small tree of arithmetic, built when somebody asks and never stored.
 *
 * <p>{@link #value} works in 32-bit floats in the order the tree is written and gives the very bits
 * the operation stored. {@link #real} works the same tree in 64 bits, for the few operations that
 * compute so and round once ({@link Rounded}).
 */
public sealed interface Expr {

  /** The value in 32-bit arithmetic. */
  float value();

  /** The value in 64-bit arithmetic. */
  double real();

  /** The parts, in the order they are written. */
  List<Expr> parts();

  /** Visits this expression and everything below it, in the order it is written. */
  default void visit(Consumer<Expr> visitor) {
    visitor.accept(this);
    for (Expr part : parts()) {
      part.visit(visitor);
    }
  }

  /** A cell of the trace that can be followed. */
  record Cell(CellRef ref, float value) implements Expr {
    @Override
    public double real() {
      return value;
    }

    @Override
    public List<Expr> parts() {
      return List.of();
    }
  }

  /**
   * A number that stands in the formula itself, such as d_k or a base.
   *
   * @param symbol how formulas write it ({@code d_k}), or empty for the plain number
   */
  record Constant(String symbol, double real) implements Expr {
    public static Constant of(double number) {
      return new Constant("", number);
    }

    @Override
    public float value() {
      return (float) real;
    }

    @Override
    public List<Expr> parts() {
      return List.of();
    }
  }

  /** A number that nothing in the run computed: a weight, a token id, a drawn mask. */
  record Given(Origin origin, float value) implements Expr {
    @Override
    public double real() {
      return value;
    }

    @Override
    public List<Expr> parts() {
      return List.of();
    }
  }

  /**
   * A cell chosen out of a table.
   *
   * @param chosen the cell
   * @param by the number that chose it, such as a token id
   */
  record Picked(Expr chosen, Expr by) implements Expr {
    @Override
    public float value() {
      return chosen.value();
    }

    @Override
    public double real() {
      return chosen.real();
    }

    @Override
    public List<Expr> parts() {
      return List.of(chosen, by);
    }
  }

  /** Terms added from left to right, beginning with zero. */
  record Sum(List<Expr> terms) implements Expr {
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public float value() {
      float sum = 0f;
      for (Expr term : terms) {
        sum += term.value();
      }
      return sum;
    }

    @Override
    public double real() {
      double sum = 0;
      for (Expr term : terms) {
        sum += term.real();
      }
      return sum;
    }

    @Override
    public List<Expr> parts() {
      return terms;
    }
  }

  /** Products added from left to right, beginning with zero, each with one rounding (fused). */
  record SumOfProducts(List<Product> products) implements Expr {
    public SumOfProducts {
      products = List.copyOf(products);
    }

    @Override
    public float value() {
      float sum = 0f;
      for (Product product : products) {
        sum = Math.fma(product.left.value(), product.right.value(), sum);
      }
      return sum;
    }

    @Override
    public double real() {
      double sum = 0;
      for (Product product : products) {
        sum = Math.fma(product.left.real(), product.right.real(), sum);
      }
      return sum;
    }

    @Override
    public List<Expr> parts() {
      return List.copyOf(products);
    }
  }

  record Product(Expr left, Expr right) implements Expr {
    @Override
    public float value() {
      return left.value() * right.value();
    }

    @Override
    public double real() {
      return left.real() * right.real();
    }

    @Override
    public List<Expr> parts() {
      return List.of(left, right);
    }
  }

  record Plus(Expr left, Expr right) implements Expr {
    @Override
    public float value() {
      return left.value() + right.value();
    }

    @Override
    public double real() {
      return left.real() + right.real();
    }

    @Override
    public List<Expr> parts() {
      return List.of(left, right);
    }
  }

  record Minus(Expr left, Expr right) implements Expr {
    @Override
    public float value() {
      return left.value() - right.value();
    }

    @Override
    public double real() {
      return left.real() - right.real();
    }

    @Override
    public List<Expr> parts() {
      return List.of(left, right);
    }
  }

  record Quotient(Expr numerator, Expr denominator) implements Expr {
    @Override
    public float value() {
      return numerator.value() / denominator.value();
    }

    @Override
    public double real() {
      return numerator.real() / denominator.real();
    }

    @Override
    public List<Expr> parts() {
      return List.of(numerator, denominator);
    }
  }

  /** Always worked in 64 bits. */
  record Power(Expr base, Expr exponent) implements Expr {
    @Override
    public float value() {
      return (float) real();
    }

    @Override
    public double real() {
      return StrictMath.pow(base.real(), exponent.real());
    }

    @Override
    public List<Expr> parts() {
      return List.of(base, exponent);
    }
  }

  /** The largest of several, compared from left to right. */
  record Max(List<Expr> terms) implements Expr {
    public Max {
      terms = List.copyOf(terms);
    }

    @Override
    public float value() {
      float max = Float.NEGATIVE_INFINITY;
      for (Expr term : terms) {
        max = Math.max(max, term.value());
      }
      return max;
    }

    @Override
    public double real() {
      return value();
    }

    @Override
    public List<Expr> parts() {
      return terms;
    }
  }

  record Call(Function function, Expr argument) implements Expr {
    @Override
    public float value() {
      return function.of(argument.value());
    }

    @Override
    public double real() {
      return function.of(argument.real());
    }

    @Override
    public List<Expr> parts() {
      return List.of(argument);
    }
  }

  /** Worked in 64 bits, then rounded to 32 once. */
  record Rounded(Expr inner) implements Expr {
    @Override
    public float value() {
      return (float) inner.real();
    }

    @Override
    public double real() {
      return value();
    }

    @Override
    public List<Expr> parts() {
      return List.of(inner);
    }
  }

  /**
   * A part that formulas call by a letter, such as the mean μ. It is worked out once.
   *
   * @param symbol the letter
   * @param inner what it stands for
   * @param value what came out
   * @param real what came out, unrounded where it was worked in 64 bits
   */
  record Named(String symbol, Expr inner, float value, double real) implements Expr {
    public static Named of(String symbol, Expr inner) {
      float value = inner.value();
      return new Named(symbol, inner, value, value);
    }

    /** A part that is worked in 64 bits. */
    public static Named wide(String symbol, Expr inner) {
      double real = inner.real();
      return new Named(symbol, inner, (float) real, real);
    }

    @Override
    public List<Expr> parts() {
      return List.of(inner);
    }
  }

  /**
   * A cell that the user changed.
   *
   * @param by the change
   * @param value what the user set
   * @param was why it had the value it would have
   */
  record Changed(Intervention by, float value, Expr was) implements Expr {
    @Override
    public double real() {
      return value;
    }

    @Override
    public List<Expr> parts() {
      return List.of(was);
    }
  }
}
