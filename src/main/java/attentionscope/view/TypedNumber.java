package attentionscope.view;

import attentionscope.language.Numbers;
import java.util.Optional;

/** Numbers as people type them. */
public final class TypedNumber {

  private TypedNumber() {}

  /** A number, also with a comma, a real minus, or no zero before the point; empty if it's none. */
  public static Optional<Double> parse(String text) {
    String plain = text.strip().replace(',', '.').replace(Numbers.MINUS, "-");
    return switch (plain) {
      case "∞", "+∞", "inf" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-∞", "-inf" -> Optional.of(Double.NEGATIVE_INFINITY);
      default ->
          plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")
              ? Optional.of(Double.parseDouble(plain))
              : Optional.empty();
    };
  }
}
