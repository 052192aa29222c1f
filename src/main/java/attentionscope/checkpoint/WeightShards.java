package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Weights in several files with an index beside them: JSON whose {@code weight_map} names the file
 * of every tensor.
 */
final class WeightShards {
  /** What an index ends with. */
  static final String INDEX = ".index.json";

  private static final int MOST_FILES = 10_000;

  /** A file in the index's own folder. */
  private static final Pattern NAME = Pattern.compile("\\w[\\w. -]{0,250}");

  private WeightShards() {}

  /**
   * Opens all files that an index names.
   *
   * @throws Problem if one is missing or damaged, or lacks a tensor that should be in it
   */
  static ArrayFile open(Path index) throws Problem {
    JsonNode places = JsonFile.read(index).path("weight_map");
    if (!places.isObject() || places.isEmpty()) {
      throw new Problem("checkpoint.problem.index", index);
    }
    Map<String, ArrayFile> shards = new HashMap<>();
    SequencedMap<String, NdArray> arrays = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> place : places.properties()) {
      String name = place.getValue().isString() ? place.getValue().stringValue() : "";
      if (!NAME.matcher(name).matches() || name.endsWith(INDEX)) {
        throw new Problem("checkpoint.problem.index-place", index, place.getKey());
      }
      ArrayFile shard = shards.get(name);
      if (shard == null) {
        if (shards.size() == MOST_FILES) {
          throw new Problem("checkpoint.problem.index-files", index, MOST_FILES);
        }
        shard = ArrayFiles.read(index.resolveSibling(name));
        shards.put(name, shard);
      }
      arrays.put(place.getKey(), shard.get(place.getKey()));
    }
    return ArrayFile.of(index, arrays);
  }
}
