package attentionscope.checkpoint.family;

import attentionscope.checkpoint.JsonFile;
import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a checkpoint's {@code config.json} says. A setting may have several names, of which the
 * first that is there counts; one that is null counts as not being there, unless it is asked for.
 *
 * @param file for messages
 * @param json the object in it
 */
record Settings(Path file, JsonNode json) {

  /** Larger than any size of any model. */
  private static final int LARGEST = 1 << 24;

  /** More layers and heads than any model has. */
  private static final int MOST = 512;

  /**
   * Reads the file.
   *
   * @throws Problem when it can't be read or is no JSON object
   */
  static Settings read(Path file) throws Problem {
    JsonNode json = JsonFile.read(file);
    if (!json.isObject()) {
      throw new Problem("checkpoint.problem.not-an-object", file);
    }
    return new Settings(file, json);
  }

  private Optional<String> name(String... names) {
    return Arrays.stream(names).filter(name -> json.hasNonNull(name)).findFirst();
  }

  /** Whether one of the names is there and not null. */
  boolean has(String... names) {
    return name(names).isPresent();
  }

  /** Whether a setting is there, and null. */
  boolean isNull(String name) {
    return json.has(name) && json.path(name).isNull();
  }

  /** A size: a whole number from 1 on. */
  int size(int otherwise, String... names) throws Problem {
    return size(LARGEST, otherwise, names);
  }

  /** How many layers there are, or heads: what is put together one by one. */
  int count(int otherwise, String... names) throws Problem {
    return size(MOST, otherwise, names);
  }

  private int size(int most, int otherwise, String... names) throws Problem {
    int size = whole(otherwise, names);
    if (size < 1 || size > most) {
      throw fault(name(names).orElse(names[0]), size, "1 … " + most);
    }
    return size;
  }

  /** A whole number. */
  int whole(int otherwise, String... names) throws Problem {
    Optional<String> name = name(names);
    if (name.isEmpty()) {
      return otherwise;
    }
    JsonNode value = json.path(name.get());
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw fault(name.get(), value, "1, 2, 3, …");
    }
    return value.asInt();
  }

  /** A number above zero. */
  double number(double otherwise, String... names) throws Problem {
    Optional<String> name = name(names);
    if (name.isEmpty()) {
      return otherwise;
    }
    JsonNode value = json.path(name.get());
    if (!value.isNumber() || !(value.asDouble() >= 0) || Double.isInfinite(value.asDouble())) {
      throw fault(name.get(), value, "≥ 0");
    }
    return value.asDouble();
  }

  /** A truth value. */
  boolean flag(boolean otherwise, String... names) throws Problem {
    Optional<String> name = name(names);
    if (name.isEmpty()) {
      return otherwise;
    }
    JsonNode value = json.path(name.get());
    if (!value.isBoolean()) {
      throw fault(name.get(), value, "true, false");
    }
    return value.asBoolean();
  }

  /** A text. */
  String text(String otherwise, String... names) throws Problem {
    Optional<String> name = name(names);
    if (name.isEmpty()) {
      return otherwise;
    }
    JsonNode value = json.path(name.get());
    if (!value.isString()) {
      throw fault(name.get(), value, "\"" + otherwise + "\"");
    }
    return value.asString();
  }

  /** The first text of a list, or nothing. */
  Optional<String> firstOf(String name) throws Problem {
    JsonNode list = json.path(name);
    if (!json.hasNonNull(name) || (list.isArray() && list.isEmpty())) {
      return Optional.empty();
    }
    if (!list.isArray() || !list.get(0).isString()) {
      throw fault(name, list, "[\"…\"]");
    }
    return Optional.of(list.get(0).asString());
  }

  /** The settings inside of one of them. */
  Optional<Settings> inside(String name) throws Problem {
    if (!has(name)) {
      return Optional.empty();
    }
    if (!json.path(name).isObject()) {
      throw fault(name, json.path(name), "{ … }, null");
    }
    return Optional.of(new Settings(file, json.path(name)));
  }

  /**
   * Refuses a setting that is computed in one way only.
   *
   * @param name of the setting; where it is missing or null, the usual is meant
   * @param supported values that may be there, or that a list of values may hold
   */
  void only(String name, Object... supported) throws Problem {
    if (!has(name)) {
      return;
    }
    JsonNode value = json.path(name);
    List<String> all = Stream.of(supported).map(String::valueOf).toList();
    Stream<JsonNode> each =
        value.isArray() || (value.isObject() && value.isEmpty())
            ? value.valueStream()
            : Stream.of(value);
    if (!each.allMatch(found -> all.stream().anyMatch(one -> equal(one, found)))) {
      throw unsupported(name, value, String.join(", ", all));
    }
  }

  private static boolean equal(String one, JsonNode value) {
    return value.isNumber()
        ? one.matches("-?[0-9.]+") && Double.parseDouble(one) == value.asDouble()
        : one.equals(value.asString(""));
  }

  /** What to say of a value that cannot be used. */
  Problem fault(String name, Object found, String expected) {
    return new Problem("checkpoint.problem.config-value", file, name, found, expected);
  }

  /** What to say of a value that has a meaning, but not here. */
  Problem unsupported(String name, Object found, String supported) {
    return new Problem("checkpoint.problem.unsupported", file, name, found, supported);
  }
}
