package attentionscope.trace;

/**
 * Patterns over ids: {@code *} within a segment, {@code **} across segments, neither across
 * families.
 */
final class Globs {

  private Globs() {}

  /** Matches in time proportional to the product of both lengths, whatever the pattern. */
  static boolean matches(String glob, String path) {
    int n = path.length();
    // reach[i]: the pattern read so far can end just before character i of the path
    boolean[] reach = new boolean[n + 1];
    reach[0] = true;
    for (int g = 0; g < glob.length(); g++) {
      char c = glob.charAt(g);
      boolean[] next = new boolean[n + 1];
      if (c == '*') {
        boolean across = g + 1 < glob.length() && glob.charAt(g + 1) == '*';
        if (across) {
          g++;
        }
        for (int i = 0; i <= n; i++) {
          boolean grows = i > 0 && next[i - 1] && isWild(path.charAt(i - 1), across);
          next[i] = reach[i] || grows;
        }
      } else {
        for (int i = 1; i <= n; i++) {
          next[i] = reach[i - 1] && path.charAt(i - 1) == c;
        }
      }
      reach = next;
    }
    return reach[n];
  }

  /** A family in front, such as {@code grad/}, is never matched by a star. */
  private static boolean isWild(char c, boolean across) {
    return c != '/' && (across || c != '.');
  }
}
