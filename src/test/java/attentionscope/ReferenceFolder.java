package attentionscope;

import java.nio.file.Path;

/**
 * Where the reference data lie: the test resources, or the folder of the same layout that {@code
 * -Dreference=DIR} names.
 */
public final class ReferenceFolder {
  private ReferenceFolder() {}

  public static Path find() {
    String named = System.getProperty("reference", "");
    return named.isBlank() ? resources().resolve("reference") : Path.of(named);
  }

  /** Small checkpoints of what the reference has no case of. */
  public static Path families() {
    return resources().resolve("families");
  }

  private static Path resources() {
    return Path.of(System.getProperty("basedir", "")).resolve("src/test/resources");
  }
}
