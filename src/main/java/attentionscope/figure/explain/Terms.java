package attentionscope.figure.explain;

import attentionscope.trace.Expr;
import java.util.List;

/** The terms that an expression is chiefly made of. */
public final class Terms {

  private Terms() {}

  /**
   * The terms of the first sum or maximum in the expression, in the order in which they are taken;
   * where there is none, the expression itself.
   */
  public static List<Expr> of(Expr expr) {
    return switch (expr) {
      case Expr.Sum sum -> sum.terms();
      case Expr.SumOfProducts sum -> List.copyOf(sum.products());
      case Expr.Max max -> max.terms();
      case Expr.Changed changed -> List.of(changed);
      default ->
          expr.parts().stream()
              .filter(Terms::hasMany)
              .findFirst()
              .map(Terms::of)
              .orElse(List.of(expr));
    };
  }

  private static boolean hasMany(Expr expr) {
    return switch (expr) {
      case Expr.Sum sum -> true;
      case Expr.SumOfProducts sum -> true;
      case Expr.Max max -> true;
      default -> expr.parts().stream().anyMatch(Terms::hasMany);
    };
  }
}
