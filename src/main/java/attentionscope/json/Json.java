package attentionscope.json;

import attentionscope.files.BoundedFile;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/** JSON files, read within bounds. A name that is there twice in an object is a fault. */
public final class Json {
  /** The largest vocabularies in use take 34 MB. */
  private static final long LARGEST = 48L << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names of a vocabulary come once: a table of them would only be filled.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final Pattern HINTS =
      Pattern.compile("(?s) \\(start marker.*|(?<=\\d), from .*(?=\\))|: enable `.*|\n.*");

  private Json() {}

  /** What is done with a file; the parser stands before its first token. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(JsonParser parser) throws Problem;
  }

  /**
   * The whole of a small file.
   *
   * @throws Problem as {@link #read}, or if it holds too much
   */
  public static JsonNode tree(Path file) throws Problem {
    return read(
        file,
        parser -> {
          parser.nextToken();
          return new SmallTree(file).read(parser);
        });
  }

  /**
   * Reads a file token by token.
   *
   * @throws Problem if it cannot be read, is not JSON (it names line and column), or goes on behind
   *     what was read
   */
  public static <T> T read(Path file, Reading<T> reading) throws Problem {
    byte[] bytes = BoundedFile.readBytes(file, LARGEST);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      T result = reading.read(parser);
      if (parser.nextToken() != null) {
        TokenStreamLocation at = parser.currentTokenLocation();
        throw new Problem("json.problem.more", file, at.getLineNr(), at.getColumnNr());
      }
      return result;
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      int line = at == null ? 1 : at.getLineNr();
      int column = at == null ? 1 : at.getColumnNr();
      throw new Problem(e, "json.problem.fault", file, line, column, said(e));
    }
  }

  /** What the parser says is wrong, without how a programmer could allow it. */
  public static String said(JacksonException fault) {
    String message = BoundedFile.said(new Exception(fault.getOriginalMessage()));
    return HINTS.matcher(message).replaceFirst("");
  }
}
