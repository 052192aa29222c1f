package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The {@code config.json} of a model that is to be trained: a kind of model, which is such a file
 * without words and numbers, together with the words of what it learns.
 */
public final class OwnConfig {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode written;

  private OwnConfig(ObjectNode written) {
    this.written = written;
  }

  /**
   * A kind with words.
   *
   * @param kind a file such as {@code assets/kinds/transformer.json}
   * @param sourceWords by id
   * @param targetWords by id
   * @param exampleSource what is typed before the user types
   * @param exampleTarget its counterpart, or empty where nothing reads a target
   * @throws Problem when the file can't be read or is no JSON object
   */
  public static OwnConfig of(
      Path kind,
      List<String> sourceWords,
      List<String> targetWords,
      String exampleSource,
      String exampleTarget)
      throws Problem {
    JsonNode read = JsonFile.read(kind);
    if (!read.isObject()) {
      throw new Problem("checkpoint.problem.not-an-object", kind);
    }
    ObjectNode written = ((ObjectNode) read).deepCopy();
    ObjectNode words = written.putObject("vocabulary");
    words.set("source", array(sourceWords));
    words.set("target", array(targetWords));
    ObjectNode example = written.putObject("example");
    example.put("source", exampleSource);
    if (!exampleTarget.isEmpty()) {
      example.put("target", exampleTarget);
    }
    return new OwnConfig(written);
  }

  private static ArrayNode array(List<String> words) {
    ArrayNode array = NODES.arrayNode();
    words.forEach(array::add);
    return array;
  }

  /** As the model begins: everything drawn from a seed. */
  public String seeded(long seed) {
    return written.deepCopy().put("seed", seed).toPrettyString();
  }

  /** As the model ends: everything in {@link OwnModel#WEIGHTS}. */
  public String trained() {
    return written.deepCopy().put("weights", OwnModel.WEIGHTS).toPrettyString();
  }
}
