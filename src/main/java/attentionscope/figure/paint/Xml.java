package attentionscope.figure.paint;

/** Text as XML can hold it. */
final class Xml {

  private Xml() {}

  /** Safe in elements and in attributes; a letter that XML 1.0 forbids becomes U+FFFD. */
  static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\'' -> xml.append("&#39;");
                default -> xml.appendCodePoint(allowed(letter) ? letter : 0xFFFD);
              }
            });
    return xml.toString();
  }

  private static boolean allowed(int letter) {
    return letter == '\t'
        || letter == '\n'
        || letter == '\r'
        || (letter >= 0x20 && letter <= 0xD7FF)
        || (letter >= 0xE000 && letter <= 0xFFFD)
        || letter >= 0x10000;
  }
}
