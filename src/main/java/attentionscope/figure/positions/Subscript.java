package attentionscope.figure.positions;

/** Digits below the line. */
final class Subscript {

  private Subscript() {}

  static String of(int number) {
    StringBuilder digits = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> digits.append((char) ('₀' + c - '0')));
    return digits.toString();
  }
}
