package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.model.generation.BeamPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a file says of writing, key by key. A key that is null is not there. */
record GenerationKeys(Path file, JsonNode said) {

  private static final int MOST_IDS = 100_000;

  static GenerationKeys read(Path file) throws Problem {
    JsonNode said = JsonFile.read(file);
    GenerationKeys keys = new GenerationKeys(file, said);
    if (!said.isObject()) {
      throw keys.fault("JSON", "[ ]", "{ … }");
    }
    return keys;
  }

  static GenerationKeys none(Path file) {
    return new GenerationKeys(file, JsonNodeFactory.instance.objectNode());
  }

  String family() {
    return said.path("model_type").asString("");
  }

  /** A token. */
  OptionalInt id(String name) throws Problem {
    List<Integer> ids = ids(name);
    return ids.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ids.getFirst());
  }

  /** A token, or several. */
  List<Integer> ids(String name) throws Problem {
    return said.hasNonNull(name) ? ids(name, said.path(name)) : List.of();
  }

  private List<Integer> ids(String name, JsonNode value) throws Problem {
    if (!value.isArray()) {
      return List.of(one(name, value));
    }
    if (value.size() > MOST_IDS) {
      throw fault(name, value.size(), "≤ " + MOST_IDS);
    }
    List<Integer> ids = new ArrayList<>();
    for (JsonNode one : value) {
      ids.add(one(name, one));
    }
    return ids;
  }

  private int one(String name, JsonNode value) throws Problem {
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
      throw fault(name, value, "0, 1, 2, …");
    }
    return value.asInt();
  }

  /** Several sequences of tokens, none of them empty. */
  List<List<Integer>> sequences(String name) throws Problem {
    List<List<Integer>> all = new ArrayList<>();
    if (!said.hasNonNull(name)) {
      return all;
    }
    for (JsonNode one : said.path(name)) {
      List<Integer> ids = one.isArray() ? ids(name, one) : List.of();
      if (ids.isEmpty() || all.size() >= MOST_IDS) {
        throw fault(name, one, "[[0, 1, …], …]");
      }
      all.add(ids);
    }
    return all;
  }

  /** A count; 0 where there is none. */
  int count(String name) throws Problem {
    return said.hasNonNull(name) ? one(name, said.path(name)) : 0;
  }

  double number(String name, double otherwise) throws Problem {
    if (!said.hasNonNull(name)) {
      return otherwise;
    }
    JsonNode value = said.path(name);
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw fault(name, value, "0.5, 1, 2, …");
    }
    return value.asDouble();
  }

  double positive(String name, double otherwise) throws Problem {
    double number = number(name, otherwise);
    if (!(number > 0)) {
      throw fault(name, number, "> 0");
    }
    return number;
  }

  /** {@code early_stopping}. */
  BeamPlan.Stopping stopping() throws Problem {
    String name = "early_stopping";
    String value = said.hasNonNull(name) ? said.path(name).asString("?") : "false";
    return switch (value) {
      case "true" -> BeamPlan.Stopping.EARLY;
      case "false" -> BeamPlan.Stopping.USUAL;
      case "never" -> BeamPlan.Stopping.NEVER;
      default -> throw fault(name, said.path(name), "true, false, \"never\"");
    };
  }

  /** Refuses a number that is not computed with, unless it changes nothing. */
  void only(String name, double neutral) throws Problem {
    if (number(name, neutral) != neutral) {
      throw new Problem("checkpoint.problem.not-written-so", file, name, said.path(name));
    }
  }

  /** Refuses a key that is not computed with. */
  void absent(String name) throws Problem {
    JsonNode value = said.path(name);
    if (said.hasNonNull(name) && !(value.isContainer() && value.isEmpty())) {
      throw new Problem("checkpoint.problem.not-written-so", file, name, value);
    }
  }

  private Problem fault(String name, Object found, String expected) {
    return new Problem("checkpoint.problem.writing", file, name, found, expected);
  }
}
