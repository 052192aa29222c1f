package attentionscope.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers are written on screen: three decimals, a real minus sign (U+2212), {@code −∞} and
 * {@code NaN} as they are called. A number that three decimals would turn into zero, or that is a
 * million or more, is written with a power of ten ({@code 1.2e−7}), so that nothing looks like zero
 * that is not.
 */
public final class Numbers {
  public static final String MINUS = "\u2212";
  private static final String INFINITY = "\u221E";
  private static final int DECIMALS = 3;

  /** From here on three decimals say more than a float knows. */
  private static final double LARGE = 1e6;

  private Numbers() {}

  /** In a sentence: {@code 0.245}, {@code −0.575}, {@code 2.000}, {@code 1.2e−7}. */
  public static String prose(double value) {
    return named(value) || suits(value, DECIMALS) ? fixed(value, DECIMALS) : power(value, 1);
  }

  /** In a cell of a matrix: {@code .245}, {@code −.575}, {@code 2.000}, {@code 0} for zero. */
  public static String cell(double value) {
    return value == 0 ? "0" : withoutLeadingZero(prose(value));
  }

  /**
   * The form with the most decimals, at most three, that is no wider than asked.
   *
   * @param width in characters
   * @return empty where even the shortest form is too wide
   */
  public static String fit(double value, int width) {
    String text = cell(value);
    for (int decimals = DECIMALS - 1; text.length() > width && decimals >= 0; decimals--) {
      if (!named(value) && suits(value, decimals)) {
        text = withoutLeadingZero(fixed(value, decimals));
      }
    }
    if (text.length() > width && !named(value)) {
      text = power(value, 0);
    }
    return text.length() <= width ? text : "";
  }

  /** With this many decimals, rounded half away from zero; never a minus before zero. */
  public static String fixed(double value, int decimals) {
    if (named(value)) {
      return name(value);
    }
    BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    return signed(rounded.toPlainString());
  }

  /**
   * As {@link #fixed}, but a million or more in few letters ({@code −1e9}, {@code 1.2e7}): beside
   * numbers that belong together, one of them must not need many times the room of the others.
   */
  public static String compact(double value, int decimals) {
    return named(value) || Math.abs(value) < LARGE
        ? fixed(value, decimals)
        : power(value, 1).replace(".0e", "e");
  }

  /** The shortest decimal number that names exactly this float. */
  public static String exact(float value) {
    if (named(value)) {
      return name(value);
    }
    String text = Float.toString(value).replace("E", "e");
    return signed(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
  }

  /** A whole number, ungrouped: {@code −3}, {@code 50257}. */
  public static String whole(long value) {
    return signed(Long.toString(value));
  }

  /** A count, in groups of three from five digits on: {@code 9999}, {@code 2,621,440}. */
  public static String grouped(long count) {
    String text = Long.toString(count);
    return text.length() < 5 ? text : text.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
  }

  private static boolean named(double value) {
    return Double.isNaN(value) || Double.isInfinite(value);
  }

  private static String name(double value) {
    return Double.isNaN(value) ? "NaN" : value > 0 ? INFINITY : MINUS + INFINITY;
  }

  /** Whether this many decimals neither hide the number nor pretend to more than is known. */
  private static boolean suits(double value, int decimals) {
    double size = Math.abs(value);
    double least = decimals == 0 ? 1 : 0.5 * StrictMath.pow(10, -decimals);
    return size == 0 || (size < LARGE && size >= least);
  }

  private static String power(double value, int decimals) {
    BigDecimal number = new BigDecimal(value);
    int exponent = number.precision() - number.scale() - 1;
    BigDecimal rounded = number.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_UP);
    if (rounded.abs().compareTo(BigDecimal.TEN) >= 0) { // 9.96 became 10.0
      exponent++;
      rounded = rounded.movePointLeft(1).setScale(decimals, RoundingMode.HALF_UP);
    }
    return signed(rounded.toPlainString() + "e" + exponent);
  }

  private static String withoutLeadingZero(String text) {
    return text.startsWith("0.")
        ? text.substring(1)
        : text.startsWith(MINUS + "0.") ? MINUS + text.substring(2) : text;
  }

  private static String signed(String ascii) {
    return ascii.replace("-", MINUS);
  }
}
