package attentionscope.json;

import attentionscope.files.Problem;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds trees of so many values at most, over all that it reads. */
public final class SmallTree {
  private static final int MOST = 500_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Path file;
  private int values;

  /**
   * @param file for what is said
   */
  public SmallTree(Path file) {
    this.file = file;
  }

  /**
   * The value that the parser stands at; then it stands at its last token.
   *
   * @throws Problem if there is none, or there are too many in it
   */
  public JsonNode read(JsonParser parser) throws Problem {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new Problem("json.problem.empty", file);
    }
    if (++values > MOST) {
      throw new Problem("json.problem.many", file, MOST);
    }
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> readWhole(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      default -> NODES.nullNode();
    };
  }

  private static JsonNode readWhole(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private ObjectNode readObject(JsonParser parser) throws Problem {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, read(parser));
    }
    return object;
  }

  private ArrayNode readArray(JsonParser parser) throws Problem {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser));
    }
    return array;
  }
}
