package attentionscope.checkpoint;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON files, such as the {@code config.json} of a checkpoint. */
public final class JsonFile {
  /** Vocabularies of 250,000 pieces with their merges take about 20 MB. */
  private static final long LARGEST = 128L << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * The whole file.
   *
   * @throws Problem if it cannot be read or is not JSON; it names line and column
   */
  public static JsonNode read(Path file) throws Problem {
    String text = BoundedFile.readText(file, LARGEST);
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      throw new Problem(
          e,
          "checkpoint.problem.json",
          file,
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr(),
          BoundedFile.said(new Exception(e.getOriginalMessage())));
    }
  }
}
