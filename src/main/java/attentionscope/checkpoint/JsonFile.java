package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.json.Json;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Reads small JSON files, such as the {@code config.json} of a checkpoint. */
public final class JsonFile {
  private JsonFile() {}

  /**
   * The whole file.
   *
   * @throws Problem if it cannot be read, is not JSON, or holds too much
   */
  public static JsonNode read(Path file) throws Problem {
    return Json.tree(file);
  }
}
