package attentionscope.figure.explain;

import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import java.util.ArrayList;
import java.util.List;

/** Writes an expression in a notation, with parentheses where they are needed and no others. */
final class Writer {

  private static final int SUM = 1;
  private static final int PRODUCT = 2;
  private static final int ATOM = 3;

  private final Notation notation;

  Writer(Notation notation) {
    this.notation = notation;
  }

  String write(Expr expr) {
    return switch (expr) {
      case Expr.Cell cell -> notation.number(cell.value());
      case Expr.Constant constant -> notation.constant(constant.symbol(), constant.real());
      case Expr.Given given -> notation.number(given.value());
      case Expr.Picked picked -> write(picked.chosen());
      case Expr.Sum sum -> terms(sum.terms());
      case Expr.SumOfProducts sum -> terms(sum.products());
      case Expr.Product product ->
          notation.product(within(product.left(), PRODUCT), tight(product.right(), PRODUCT));
      case Expr.Plus plus -> within(plus.left(), SUM) + " + " + tight(plus.right(), SUM);
      case Expr.Minus minus ->
          within(minus.left(), SUM) + " " + notation.minus() + " " + tight(minus.right(), PRODUCT);
      case Expr.Quotient quotient -> quotient(quotient);
      case Expr.Power power -> notation.power(tight(power.base(), ATOM), write(power.exponent()));
      case Expr.Max max -> max(max.terms());
      case Expr.Call call -> notation.call(call.function(), write(call.argument()));
      case Expr.Rounded rounded -> write(rounded.inner());
      case Expr.Named named -> notation.number(named.value());
      case Expr.Changed changed -> notation.number(changed.value());
    };
  }

  private String quotient(Expr.Quotient quotient) {
    return notation.stacksQuotients()
        ? notation.quotient(write(quotient.numerator()), write(quotient.denominator()))
        : notation.quotient(
            within(quotient.numerator(), PRODUCT), tight(quotient.denominator(), ATOM));
  }

  private String terms(List<? extends Expr> terms) {
    if (terms.isEmpty()) {
      return notation.number(0);
    }
    StringBuilder sum = new StringBuilder();
    List<Integer> shown = Largest.of(terms);
    for (int index : shown) {
      Expr term = terms.get(index);
      sum.append(sum.isEmpty() ? within(term, SUM) : " + " + tight(term, SUM));
    }
    if (shown.size() < terms.size()) {
      sum.append(" + ").append(notation.more(terms.size() - shown.size()));
    }
    return sum.toString();
  }

  private String max(List<Expr> terms) {
    List<String> written = new ArrayList<>();
    List<Integer> shown = Largest.of(terms);
    shown.forEach(index -> written.add(write(terms.get(index))));
    if (shown.size() < terms.size()) {
      written.add(notation.more(terms.size() - shown.size()));
    }
    return notation.max(written);
  }

  /** In a place that binds as strongly as the level; a leading minus does no harm. */
  private String within(Expr expr, int level) {
    return level(expr) < level ? notation.parentheses(write(expr)) : write(expr);
  }

  /** The same behind a sign of operation, where a minus would meet it. */
  private String tight(Expr expr, int level) {
    return level(expr) < level || isNegative(expr)
        ? notation.parentheses(write(expr))
        : write(expr);
  }

  private boolean isNegative(Expr expr) {
    return switch (expr) {
      case Expr.Cell leaf -> leaf.value() < 0;
      case Expr.Given leaf -> leaf.value() < 0;
      case Expr.Constant leaf -> leaf.real() < 0;
      case Expr.Named leaf -> leaf.value() < 0;
      case Expr.Changed leaf -> leaf.value() < 0;
      case Expr.Picked picked -> isNegative(picked.chosen());
      case Expr.Rounded rounded -> isNegative(rounded.inner());
      case Expr.Product product -> isNegative(product.left());
      default -> false;
    };
  }

  private int level(Expr expr) {
    return switch (expr) {
      case Expr.Sum sum -> SUM;
      case Expr.SumOfProducts sum -> SUM;
      case Expr.Plus plus -> SUM;
      case Expr.Minus minus -> SUM;
      case Expr.Product product -> PRODUCT;
      case Expr.Quotient quotient -> notation.stacksQuotients() ? ATOM : PRODUCT;
      case Expr.Power power -> PRODUCT;
      case Expr.Call call -> call.function() == Function.EXP ? PRODUCT : ATOM;
      case Expr.Picked picked -> level(picked.chosen());
      case Expr.Rounded rounded -> level(rounded.inner());
      default -> ATOM;
    };
  }
}
