package attentionscope.checkpoint;

import attentionscope.files.BoundedFile;
import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import attentionscope.model.Model;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of this program's own models, read from a folder with a {@code config.json}.
 *
 * @param model ready to run
 * @param sourceWords the source's vocabulary, by id
 * @param targetWords the target's, or empty
 * @param exampleSource a text to begin with
 * @param exampleTarget its counterpart, or empty
 * @param longestAnswer words after which a decoder has said all, where that is known
 */
public record OwnModel(
    Model model,
    List<String> sourceWords,
    List<String> targetWords,
    String exampleSource,
    String exampleTarget,
    Optional<Integer> longestAnswer) {

  /** The file that makes a folder a model. */
  public static final String CONFIG = "config.json";

  /** The file that holds what a trained model has learned. */
  public static final String WEIGHTS = "model.safetensors";

  private static final long LARGEST_CONFIG = 4L << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .build();

  /**
   * Reads a folder.
   *
   * @param name how the user calls the model
   * @throws Problem when a file is missing or has faults
   */
  public static OwnModel read(String name, Path folder) throws Problem {
    Path config = folder.resolve(CONFIG);
    OwnForm form = parse(config, BoundedFile.readText(config, LARGEST_CONFIG));
    return new OwnModelBuilder(name, config, form).build();
  }

  /**
   * Makes a model of a configuration that lies in no file yet.
   *
   * @param name how the user calls the model
   * @param text as {@code config.json} has it
   * @throws Problem when it has faults
   */
  public static OwnModel of(String name, String text) throws Problem {
    Path config = Path.of(name, CONFIG);
    return new OwnModelBuilder(name, config, parse(config, text)).build();
  }

  private static OwnForm parse(Path config, String text) throws Problem {
    try {
      return JSON.readValue(text, OwnForm.class);
    } catch (UnrecognizedPropertyException unknown) {
      List<String> known = unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
      throw new Problem(
          unknown,
          "checkpoint.problem.config-key",
          config,
          line(unknown),
          unknown.getPropertyName(),
          String.join(", ", Nearest.names(unknown.getPropertyName(), known, 3)));
    } catch (JacksonException fault) {
      throw new Problem(fault, "checkpoint.problem.config", config, line(fault), firstLine(fault));
    }
  }

  private static int line(JacksonException fault) {
    return fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getLineNr());
  }

  private static String firstLine(JacksonException fault) {
    return BoundedFile.said(new Exception(fault.getOriginalMessage()))
        .lines()
        .findFirst()
        .orElse("");
  }
}
