package attentionscope.checkpoint.family;

import attentionscope.checkpoint.ArrayFile;
import attentionscope.files.Problem;
import attentionscope.trace.TensorId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which array of a file is which parameter, written down piece by piece. Names of arrays may stand
 * in the file with a prefix or without; norms may call gain and bias gamma and beta, as old files
 * do.
 */
final class WeightMap {

  private final ArrayFile file;
  private final String prefix;
  private final Map<TensorId, Stored> places;

  private WeightMap(ArrayFile file, String prefix, Map<TensorId, Stored> places) {
    this.file = file;
    this.prefix = prefix;
    this.places = places;
  }

  /** Names as they are. */
  static WeightMap of(ArrayFile file) {
    return new WeightMap(file, "", new LinkedHashMap<>());
  }

  /**
   * The same map, for names that may have a prefix.
   *
   * @param probe a name, without prefix, that every checkpoint of the family has
   * @param prefixes those that may stand before it; the first is meant where none is there
   */
  WeightMap under(String probe, String... prefixes) {
    for (String one : prefixes) {
      if (file.has(one + probe)) {
        return new WeightMap(file, one, places);
      }
    }
    return new WeightMap(file, file.has(probe) ? "" : prefixes[0], places);
  }

  /** Whether the file has an array, where names have this map's prefix. */
  boolean has(String name) {
    return file.has(prefix + name);
  }

  /** A projection that the file has as [out, in]. */
  void linear(String id, String name, int in, int out, boolean bias) {
    put(id + ".weight", new Stored(prefix + name + ".weight", in, out, true, List.of()));
    if (bias) {
      row(id + ".bias", name + ".bias", out);
    }
  }

  /** A projection with a bias that the file has as [in, out]. */
  void straight(String id, String name, int in, int out) {
    projection(id, name, in, out, false);
  }

  /** A projection with a bias, which the file has as [out, in] or as [in, out]. */
  void projection(String id, String name, int in, int out, boolean transposed) {
    put(id + ".weight", new Stored(prefix + name + ".weight", in, out, transposed, List.of()));
    row(id + ".bias", name + ".bias", out);
  }

  /**
   * Several projections that the file has as one.
   *
   * @param ids of the parts, in the order in which they stand in each group
   * @param out columns of each part
   * @param groups how many times all parts follow each other, as where each head has its own
   * @param transposed whether the file has it as [out, in]
   */
  void fused(
      List<String> ids,
      String name,
      int in,
      int out,
      int groups,
      boolean transposed,
      boolean bias) {
    int own = out / groups;
    int all = out * ids.size();
    for (int part = 0; part < ids.size(); part++) {
      int first = part * own;
      int step = ids.size() * own;
      List<Stored.Span> spans =
          IntStream.range(0, groups)
              .mapToObj(group -> new Stored.Span(group * step + first, own))
              .toList();
      put(
          ids.get(part) + ".weight",
          new Stored(prefix + name + ".weight", in, all, transposed, spans));
      if (bias) {
        put(ids.get(part) + ".bias", new Stored(prefix + name + ".bias", 1, all, false, spans));
      }
    }
  }

  /** A norm with gain and bias. */
  void norm(String id, String name, int width) {
    boolean old = has(name + ".gamma");
    row(id + ".gain", name + (old ? ".gamma" : ".weight"), width);
    row(id + ".bias", name + (old ? ".beta" : ".bias"), width);
  }

  /** A norm with a gain alone. */
  void gain(String id, String name, int width) {
    row(id + ".gain", name + ".weight", width);
  }

  /** A matrix as it stands, such as one row a token. */
  void table(String id, String name, int rows, int columns) {
    put(id, new Stored(prefix + name, rows, columns, false, List.of()));
  }

  /** A vector. */
  void row(String id, String name, int width) {
    put(id, new Stored(prefix + name, 1, width, false, List.of()));
  }

  /** Some columns of an array, which has them as [in, out] or is a vector. */
  void part(String id, String name, int in, int out, List<Stored.Span> spans) {
    put(id, new Stored(prefix + name, in, out, false, spans));
  }

  private void put(String id, Stored stored) {
    places.put(TensorId.of(id), stored);
  }

  /**
   * The parameters, whose weights stay in the file.
   *
   * @throws Problem when the file lacks one, or has it in another shape
   */
  CheckpointParameters parameters() throws Problem {
    return parameters(true);
  }

  /** The parameters, all of which are read when they are asked for. */
  CheckpointParameters copies() throws Problem {
    return parameters(false);
  }

  private CheckpointParameters parameters(boolean staying) throws Problem {
    for (Stored stored : places.values()) {
      stored.check(file);
    }
    return new CheckpointParameters(file, places, staying);
  }
}
