package attentionscope.figure.explain;

import attentionscope.language.Numbers;
import attentionscope.trace.Expr;
import attentionscope.trace.Function;
import java.util.ArrayList;
import java.util.List;

/** An expression as a TeX formula with its numbers: {@code \frac{e^{2.000-2.000}}{1.503}}. */
public final class ExprLatex {

  private static final Writer WRITER = new Writer(new Tex());

  private ExprLatex() {}

  /** The expression; of more than eight terms the three largest and how many are left out. */
  public static String of(Expr expr) {
    return WRITER.write(expr);
  }

  /** The expression, an equals sign and its value. */
  public static String equation(Expr expr) {
    String value = number(expr.value());
    String written = of(expr);
    return written.equals(value) ? value : written + " = " + value;
  }

  /** What the letters stand for: {@code \Sigma = 0.135 + 0.368 + 1.000 = 1.503}, each once. */
  public static List<String> definitions(Expr expr) {
    List<String> definitions = new ArrayList<>();
    expr.visit(
        part -> {
          if (part instanceof Expr.Named named) {
            String line =
                letter(named.symbol()) + " = " + of(named.inner()) + " = " + number(named.value());
            if (!definitions.contains(line)) {
              definitions.add(line);
            }
          }
        });
    return List.copyOf(definitions);
  }

  /** A number as on screen. */
  public static String number(double value) {
    String text = Numbers.prose(value).replace(Numbers.MINUS, "-").replace("\u221E", "\\infty");
    int power = text.indexOf('e');
    return text.equals("NaN")
        ? "\\mathrm{NaN}"
        : power < 0
            ? text
            : text.substring(0, power) + "\\cdot 10^{" + text.substring(power + 1) + "}";
  }

  private static String letter(String symbol) {
    return switch (symbol) {
      case "Σ" -> "\\Sigma";
      case "μ" -> "\\mu";
      case "σ²" -> "\\sigma^2";
      case "σ" -> "\\sigma";
      case "max" -> "\\max";
      default -> "\\mathrm{" + symbol.replaceAll("[^A-Za-z0-9 ]", "") + "}";
    };
  }

  private static final class Tex implements Notation {

    @Override
    public String number(double value) {
      return ExprLatex.number(value);
    }

    @Override
    public String constant(String symbol, double value) {
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
      String number = whole ? Long.toString((long) value) : number(value);
      if (!symbol.startsWith("√")) {
        return number;
      }
      double square = Math.rint(value * value);
      boolean root = Math.abs(square - value * value) < 1e-3;
      return root ? "\\sqrt{" + (long) square + "}" : number;
    }

    @Override
    public String product(String left, String right) {
      return left + " \\cdot " + right;
    }

    @Override
    public String quotient(String numerator, String denominator) {
      return "\\frac{" + numerator + "}{" + denominator + "}";
    }

    @Override
    public String power(String base, String exponent) {
      return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String call(Function function, String argument) {
      return switch (function) {
        case EXP -> "e^{" + argument + "}";
        case SQRT -> "\\sqrt{" + argument + "}";
        case TANH -> "\\tanh" + parentheses(argument);
        case ERF -> "\\mathrm{erf}" + parentheses(argument);
        case SIGMOID -> "\\sigma" + parentheses(argument);
        case RELU -> "\\max" + parentheses("0, " + argument);
        case STEP -> "\\mathrm{step}" + parentheses(argument);
        case LOG -> "\\ln" + parentheses(argument);
        case SIN -> "\\sin" + parentheses(argument);
        case COS -> "\\cos" + parentheses(argument);
      };
    }

    @Override
    public String max(List<String> terms) {
      return "\\max" + parentheses(String.join(",\\ ", terms));
    }

    @Override
    public String more(int count) {
      return "\\underbrace{\\cdots}_{" + count + "}";
    }

    @Override
    public String parentheses(String inner) {
      return "\\left(" + inner + "\\right)";
    }

    @Override
    public String minus() {
      return "-";
    }

    @Override
    public boolean stacksQuotients() {
      return true;
    }
  }
}
