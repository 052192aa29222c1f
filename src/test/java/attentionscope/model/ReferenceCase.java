package attentionscope.model;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.checkpoint.JsonFile;
import attentionscope.checkpoint.Safetensors;
import attentionscope.files.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A folder of reference data.
 *
 * @param name of the folder
 * @param config its {@code config.json}
 * @param model parameters, empty where the case has none
 * @param expected inputs and results
 */
record ReferenceCase(String name, JsonNode config, ArrayFile model, ArrayFile expected) {

  static ReferenceCase open(Path folder) throws Problem {
    Path model = folder.resolve("model.safetensors");
    return new ReferenceCase(
        folder.getFileName().toString(),
        JsonFile.read(folder.resolve("config.json")),
        Files.exists(model) ? Safetensors.read(model) : ArrayFile.of(model, new LinkedHashMap<>()),
        Safetensors.read(folder.resolve("expected.safetensors")));
  }

  /** Whether the configuration has all of these keys. */
  boolean has(String... keys) {
    return Stream.of(keys).allMatch(config::has);
  }

  int whole(String key) {
    return config.required(key).asInt();
  }

  boolean is(String key) {
    return config.required(key).asBoolean();
  }
}
