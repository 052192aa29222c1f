package attentionscope.language;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The string literals of a Java source, without those in comments. */
final class JavaStrings {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n]*|/\\*.*?\\*/|'(?:[^'\\\\\n]|\\\\.)+'"
              + "|\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:[^\"\\\\\n]|\\\\.)*)\"",
          Pattern.DOTALL);

  /** Beginnings of keys named by {@link BuildsKeys}. */
  private static final Pattern BUILDS_KEYS =
      Pattern.compile("@BuildsKeys\\(\\{?((?:\\s*\"[^\"]*\"\\s*,?)+)\\s*}?\\)");

  private JavaStrings() {}

  static Set<String> literals(String source) {
    Set<String> literals = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      if (token.group("line") != null) {
        literals.add(token.group("line"));
      } else if (token.group("block") != null) {
        literals.add(token.group("block"));
      }
    }
    return literals;
  }

  static Set<String> prefixes(String source) {
    Set<String> prefixes = new LinkedHashSet<>();
    Matcher annotation = BUILDS_KEYS.matcher(source);
    while (annotation.find()) {
      prefixes.addAll(literals(annotation.group(1)));
    }
    return prefixes;
  }
}
