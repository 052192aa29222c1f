package attentionscope;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real vocabularies and checkpoints, which lie beside the project and are never part of it. Tests
 * that need one are skipped where it is missing, and say which.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** A folder or file under {@code ../shared/reference}. */
  public static Path find(String name) {
    Path project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Path found = project.resolveSibling("shared").resolve("reference").resolve(name);
    Assumptions.assumeTrue(Files.exists(found), () -> "not here: " + found);
    return found;
  }
}
