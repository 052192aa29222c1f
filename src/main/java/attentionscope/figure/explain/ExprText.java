package attentionscope.figure.explain;

import attentionscope.language.Numbers;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import java.util.List;

/** An expression as a line of plain text with its numbers: {@code e^(2.000 − 2.000) / 1.503}. */
public final class ExprText {

  private static final Writer WRITER = new Writer(new Plain());

  private ExprText() {}

  /** The expression; of more than eight terms the three largest and how many are left out. */
  public static String of(Expr expr) {
    return WRITER.write(expr);
  }

  /** The expression, an equals sign and its value. */
  public static String equation(Expr expr) {
    String value = Numbers.prose(expr.value());
    String written = of(expr);
    return written.equals(value) ? value : written + " = " + value;
  }

  private static final class Plain implements Notation {

    @Override
    public String number(double value) {
      return Numbers.prose(value);
    }

    @Override
    public String constant(String symbol, double value) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
      String number = whole ? Numbers.whole((long) value) : Numbers.prose(value);
      if (!symbol.startsWith("√")) {
        return number;
      }
      double square = Math.rint(value * value);
      boolean root = Math.abs(square - value * value) < 1e-3;
      return root ? "√" + Numbers.whole((long) square) : number;
    }

    @Override
    public String product(String left, String right) {
      return left + "·" + right;
    }

    @Override
    public String quotient(String numerator, String denominator) {
      return numerator + " / " + denominator;
    }

    @Override
    public String power(String base, String exponent) {
      return base + "^" + parentheses(exponent);
    }

    @Override
    public String call(Function function, String argument) {
      return function == Function.EXP
          ? "e^" + parentheses(argument)
          : function.symbol() + parentheses(argument);
    }

    @Override
    public String max(List<String> terms) {
      return "max" + parentheses(String.join(", ", terms));
    }

    @Override
    public String more(int count) {
      return "… (+" + count + ")";
    }

    @Override
    public String parentheses(String inner) {
      return "(" + inner + ")";
    }

    @Override
    public String minus() {
      return Numbers.MINUS;
    }

    @Override
    public boolean stacksQuotients() {
      return false;
    }
  }
}
