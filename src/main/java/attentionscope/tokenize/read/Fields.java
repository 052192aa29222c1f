package attentionscope.tokenize.read;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An object of a JSON file, of which it is known what is expected.
 *
 * @param file for what is said
 * @param node the object
 */
record Fields(Path file, JsonNode node) {

  /** Whether there is a value of that name, other than null. */
  boolean has(String name) {
    return node.hasNonNull(name);
  }

  String text(String name) throws Problem {
    if (!node.path(name).isString()) {
      throw new Problem("tokenize.problem.not-text", file, name);
    }
    return node.path(name).stringValue();
  }

  Optional<String> maybeText(String name) throws Problem {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean flag(String name, boolean otherwise) throws Problem {
    if (!has(name)) {
      return otherwise;
    }
    if (!node.path(name).isBoolean()) {
      throw new Problem("tokenize.problem.not-flag", file, name);
    }
    return node.path(name).booleanValue();
  }

  int whole(String name) throws Problem {
    JsonNode value = node.path(name);
    if (!value.isInt() || value.intValue() < 0) {
      throw new Problem("tokenize.problem.not-whole", file, name);
    }
    return value.intValue();
  }

  Fields object(String name) throws Problem {
    if (!node.path(name).isObject()) {
      throw new Problem("tokenize.problem.not-object", file, name);
    }
    return new Fields(file, node.path(name));
  }

  /** The objects of a list; none where there is no list. */
  List<Fields> objects(String name) throws Problem {
    List<Fields> all = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.isObject()) {
        throw new Problem("tokenize.problem.not-list", file, name);
      }
      all.add(new Fields(file, element));
    }
    return all;
  }

  List<JsonNode> list(String name) throws Problem {
    if (!has(name)) {
      return List.of();
    }
    if (!node.path(name).isArray()) {
      throw new Problem("tokenize.problem.not-list", file, name);
    }
    return List.copyOf(node.path(name).values());
  }

  /** What is said of a kind of part that is not known. */
  Problem unknown(String kind) {
    return new Problem("tokenize.problem.kind", file, kind);
  }
}
