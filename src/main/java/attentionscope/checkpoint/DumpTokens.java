package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.tensor.Axis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tokens of a dump's samples: from JSON beside it, or in the file's metadata. JSON may be a
 * list of words, a list with one such list a sample, a list of objects with {@code tokens} (and an
 * {@code id} that names the sample), or an object of such by the samples' names. What a decoder
 * reads is {@code target_tokens}.
 */
final class DumpTokens {
  private static final List<String> FILES = List.of("tokens.json", "sentences.json");
  private static final List<String> NAMES = List.of("id", "name", "sample");
  private static final List<String> SOURCE =
      List.of("tokens", "source_tokens", "encoder_tokens", "input_tokens");
  private static final List<String> TARGET =
      List.of("target_tokens", "decoder_tokens", "output_tokens");
  private static final String IDS = "input_ids";

  private final ArrayFile file;
  private final Optional<JsonNode> root;

  private DumpTokens(ArrayFile file, Optional<JsonNode> root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Looks for the tokens of a dump.
   *
   * @throws Problem if what should hold them is no JSON
   */
  static DumpTokens of(ArrayFile file) throws Problem {
    String name = String.valueOf(file.source().getFileName());
    String own = name.replaceFirst("\\.[^.]*$", "") + ".json";
    for (String beside : Stream.concat(Stream.of(own), FILES.stream()).toList()) {
      Path json = file.source().resolveSibling(beside);
      if (Files.isRegularFile(json)) {
        return new DumpTokens(file, Optional.of(JsonFile.read(json)));
      }
    }
    return new DumpTokens(file, Optional.empty());
  }

  /** How many samples the arrays of a prefix hold, if something says so. */
  OptionalInt batch(String prefix) {
    NdArray ids = file.arrays().get(prefix.isEmpty() ? IDS : prefix + "/" + IDS);
    if (ids != null && ids.shape().axes() == 2 && ids.shape().sizes().getFirst() < 1 << 20) {
      return OptionalInt.of(ids.shape().size(0));
    }
    if (root.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode said = prefix.isEmpty() ? root.get() : root.get().path(prefix);
    JsonNode lists = said.isObject() ? first(said, SOURCE).orElse(said) : said;
    return lists.isArray() && !lists.isEmpty() && !lists.get(0).isValueNode()
        ? OptionalInt.of(lists.size())
        : OptionalInt.empty();
  }

  /**
   * The tokens of each side of a sample; a side that nothing is said of is left out.
   *
   * @param index of the sample among all
   * @param samples how many there are
   */
  Map<Axis.Role, List<String>> of(DumpSample sample, int index, int samples) throws Problem {
    Map<Axis.Role, List<String>> sides = new EnumMap<>(Axis.Role.class);
    for (Axis.Role side : sample.sides()) {
      Optional<JsonNode> said = inMetadata(sample.name(), side);
      if (said.isEmpty()) {
        said = root.flatMap(all -> beside(all, sample.name(), index, samples, side));
      }
      said.flatMap(DumpTokens::words).ifPresent(words -> sides.put(side, words));
    }
    return sides;
  }

  private Optional<JsonNode> inMetadata(String sample, Axis.Role side) throws Problem {
    for (String key : keys(side)) {
      String text = file.metadata().getOrDefault(sample + "/" + key, file.metadata().get(key));
      if (text != null) {
        try {
          return Optional.of(new JsonMapper().readTree(text));
        } catch (JacksonException e) {
          throw new Problem(e, "checkpoint.problem.dump-tokens", file.source(), key);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> beside(
      JsonNode all, String sample, int index, int samples, Axis.Role side) {
    if (all.isObject()) {
      int slash = sample.lastIndexOf('/');
      if (all.has(sample)) {
        return side(all.get(sample), side);
      } else if (slash >= 0 && all.has(sample.substring(0, slash))) {
        return side(all.get(sample.substring(0, slash)), side)
            .map(lists -> lists.path(sample.substring(slash + 1)));
      }
      return side(all, side).map(one -> isWords(one) ? one : one.path(index));
    }
    if (!all.isArray() || isWords(all)) {
      return samples == 1 ? side(all, side) : Optional.empty();
    }
    for (JsonNode one : all) {
      for (String name : NAMES) {
        if (one.path(name).isValueNode() && one.path(name).asString("").equals(sample)) {
          return side(one, side);
        }
      }
    }
    return all.size() == samples ? side(all.path(index), side) : Optional.empty();
  }

  /** What is said of a side: by its name in an object; a plain list is what the source reads. */
  private static Optional<JsonNode> side(JsonNode said, Axis.Role side) {
    if (said.isObject()) {
      return first(said, keys(side));
    }
    return side == Axis.Role.SOURCE_TOKENS ? Optional.of(said) : Optional.empty();
  }

  private static List<String> keys(Axis.Role side) {
    return side == Axis.Role.SOURCE_TOKENS ? SOURCE : TARGET;
  }

  private static Optional<JsonNode> first(JsonNode object, List<String> keys) {
    return keys.stream().filter(object::has).findFirst().map(object::get);
  }

  private static boolean isWords(JsonNode list) {
    return list.isArray() && (list.isEmpty() || list.get(0).isValueNode());
  }

  private static Optional<List<String>> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : list) {
      if (!word.isValueNode()) {
        return Optional.empty();
      }
      words.add(word.asString(""));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
