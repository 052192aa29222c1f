package attentionscope.files;

import java.util.List;

/**
 * Input that cannot be used: which file, where in it, and what was expected. It holds the key of a
 * sentence and what goes into it; {@code language.Texts} says it in the reader's language.
 */
public final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> args;

  /**
   * @param key a key of {@code assets/languages}, such as {@code files.problem.missing}
   * @param args what replaces {@code {0}}, {@code {1}} and so on
   */
  public Problem(String key, Object... args) {
    super(key + " " + List.of(args));
    this.key = key;
    this.args = List.of(args);
  }

  /** As {@link #Problem(String, Object...)}, with what brought it about. */
  public Problem(Throwable cause, String key, Object... args) {
    this(key, args);
    initCause(cause);
  }

  public String key() {
    return key;
  }

  public List<Object> args() {
    return args;
  }
}
