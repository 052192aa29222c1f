package attentionscope.figure.explain;

import attentionscope.trace.Function;
import java.util.List;

/** How arithmetic is written in some script: as plain text or in TeX. */
interface Notation {

  String number(double value);

  /** A number that formulas call by a symbol. */
  String constant(String symbol, double value);

  String product(String left, String right);

  String quotient(String numerator, String denominator);

  String power(String base, String exponent);

  String call(Function function, String argument);

  String max(List<String> terms);

  /** Terms that are left out of a sum. */
  String more(int count);

  String parentheses(String inner);

  String minus();

  /** Whether a quotient shows what belongs to it without parentheses. */
  boolean stacksQuotients();
}
