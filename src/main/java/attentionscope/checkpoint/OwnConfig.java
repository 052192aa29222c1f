package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  private static final String POSITIONS = "positions";
  private static final String RECURRENT = "recurrent";
  private static final String D_FF = "d_ff";
  private static final String HEADS = "heads";

  private final ObjectNode written;

  /**
   * What is to differ from a kind.
   *
   * @param positions how positions are told apart
   * @param width d_model, with d_ff four times as wide; of a recurrent model d_h
   * @param layers of each stack
   * @param heads of each attention; d_model has to be a multiple of it
   */
  public record Change(
      Optional<String> positions,
      Optional<Integer> width,
      Optional<Integer> layers,
      Optional<Integer> heads) {

    /** With as many heads as the kind has. */
    public Change(Optional<String> positions, Optional<Integer> width, Optional<Integer> layers) {
      this(positions, width, layers, Optional.empty());
    }

    /** Nothing. */
    public static final Change NONE =
        new Change(Optional.empty(), Optional.empty(), Optional.empty());

    private void apply(Path kind, ObjectNode form) throws Problem {
      if (positions.isPresent()) {
        if (!form.has(POSITIONS)) {
          throw new Problem("checkpoint.problem.no-positions", kind, positions.get());
        }
        form.putObject(POSITIONS).put("kind", positions.get());
      }
      boolean recurrent = form.get(RECURRENT) instanceof ObjectNode;
      ObjectNode sized = recurrent ? (ObjectNode) form.get(RECURRENT) : form;
      if (width.isPresent()) {
        sized.put(recurrent ? "width" : "d_model", width.get());
        if (sized.has(D_FF)) {
          sized.put(D_FF, 4L * width.get());
        }
      }
      if (heads.isPresent()) {
        if (!form.has(HEADS)) {
          throw new Problem("checkpoint.problem.no-heads", kind, heads.get());
        }
        form.put(HEADS, heads.get());
      }
      int wide = form.path("d_model").asInt(0);
      int beside = form.path(HEADS).asInt(1);
      if (beside < 1 || wide % beside != 0) {
        throw new Problem("checkpoint.problem.heads", beside, wide);
      }
      if (layers.isPresent()) {
        for (String stack : List.of("encoder_layers", "decoder_layers")) {
          if (sized.has(stack)) {
            sized.put(stack, layers.get());
          }
        }
        if (recurrent) {
          sized.put("layers", layers.get());
        }
      }
    }
  }

  private OwnConfig(ObjectNode written) {
    this.written = written;
  }

  /**
   * A kind with words.
   *
   * @param kind a file such as {@code assets/kinds/transformer.json}
   * @param change what is to differ from it
   * @param sourceWords by id
   * @param targetWords by id
   * @param exampleSource what is typed before the user types
   * @param exampleTarget its counterpart, or empty where nothing reads a target
   * @throws Problem when the file can't be read or is no JSON object, or has no positions of its
   *     own in whose place others could be
   */
  public static OwnConfig of(
      Path kind,
      Change change,
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
    change.apply(kind, written);
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

  /** The same model, whose decoder has said all after so many words. */
  public OwnConfig answering(int words) {
    return new OwnConfig(written.deepCopy().put("longest_answer", words));
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
