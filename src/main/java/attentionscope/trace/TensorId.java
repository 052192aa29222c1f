package attentionscope.trace;

import java.util.List;

/**
 * The name of a matrix in a trace: a path such as {@code encoder.0.self.head.2.weights}. Lessons,
 * breadcrumbs, exports, tests and the search box all use it.
 *
 * @param path words and indices joined by dots; a family such as gradients stands in front with a
 *     slash: {@code grad/encoder.0.self.q}
 */
public record TensorId(String path) implements Comparable<TensorId> {

  public TensorId {
    if (!hasForm(path)) {
      throw new IllegalArgumentException("not a tensor id: " + path);
    }
  }

  public static TensorId of(String path) {
    return new TensorId(path);
  }

  /** Whether a text has the form of an id; it need not exist in any trace. */
  public static boolean isWellFormed(String path) {
    return path.length() <= 200 && hasForm(path);
  }

  /** Families, each of letters and a slash; then segments that begin with a letter or a digit. */
  private static boolean hasForm(String path) {
    int afterFamilies = path.lastIndexOf('/') + 1;
    boolean begins = true;
    for (int i = 0; i < afterFamilies; i++) {
      char c = path.charAt(i);
      if (c == '/' ? begins : c < 'a' || c > 'z') {
        return false;
      }
      begins = c == '/';
    }
    begins = true;
    for (int i = afterFamilies; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '.' ? begins : !isOfSegment(c, begins)) {
        return false;
      }
      begins = c == '.';
    }
    return !begins;
  }

  private static boolean isOfSegment(char c, boolean first) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (!first && (c == '_' || c == '-'));
  }

  /** The id one or more segments further down. */
  public TensorId child(String segments) {
    return new TensorId(path + "." + segments);
  }

  public TensorId child(int index) {
    return child(Integer.toString(index));
  }

  /** The last segment, which says what the matrix is: {@code weights}. */
  public String leaf() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The segments from the root to the leaf. */
  public List<String> segments() {
    return List.of(path.split("\\."));
  }

  /** Whether it is of a family: {@code grad} has {@code grad/encoder.0.self.q}. */
  public boolean isIn(String family) {
    return path.startsWith(family + "/");
  }

  /** The id that all families' ids of it have behind the slash. */
  public TensorId withoutFamilies() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? this : new TensorId(path.substring(slash + 1));
  }

  /** The id of another family that belongs to this one: {@code grad} and {@code grad/…}. */
  public TensorId in(String family) {
    return new TensorId(family + "/" + path);
  }

  /** The same path with another leaf: {@code …head.2.scores} to {@code …head.2.weights}. */
  public TensorId sibling(String leaf) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? new TensorId(leaf) : new TensorId(path.substring(0, dot + 1) + leaf);
  }

  /**
   * Whether this id is named by a pattern, in which {@code *} stands for one segment or a part of
   * one and {@code **} for any number of segments. Neither stands for a family: {@code **.weights}
   * names no gradient.
   */
  public boolean matches(String glob) {
    return matches(glob, path);
  }

  /** Whether a pattern of this kind names any text. */
  public static boolean matches(String glob, String text) {
    return Globs.matches(glob, text);
  }

  @Override
  public int compareTo(TensorId other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
