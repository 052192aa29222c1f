package attentionscope.checkpoint;

import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;

/** Sorts the arrays of a dump into samples and layers. */
final class DumpReader {
  private final ArrayFile file;
  private final DumpTokens tokens;

  private DumpReader(ArrayFile file, DumpTokens tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  /**
   * All samples of a file, in its order.
   *
   * @throws Problem if arrays are not of attention, or don't fit each other
   */
  static List<DumpSample> samples(ArrayFile file) throws Problem {
    return new DumpReader(file, DumpTokens.of(file)).read();
  }

  private List<DumpSample> read() throws Problem {
    SequencedMap<String, List<DumpArray>> groups = new LinkedHashMap<>();
    file.arrays().entrySet().stream()
        .flatMap(entry -> DumpArray.of(entry).stream())
        .forEach(array -> groups.putIfAbsent(array.sample(), new ArrayList<>()));
    for (DumpArray array : DumpArray.all(file)) {
      groups.getOrDefault(array.sample(), List.of()).add(array);
    }
    if (groups.isEmpty()) {
      throw new Problem("checkpoint.problem.dump-none", file.source());
    }
    List<DumpSample> samples = new ArrayList<>();
    for (Map.Entry<String, List<DumpArray>> group : groups.entrySet()) {
      samples.addAll(group(group.getKey(), group.getValue()));
    }
    List<DumpSample> labelled = new ArrayList<>();
    for (DumpSample sample : samples) {
      DumpSample whole = sample.with(tokens.of(sample, labelled.size(), samples.size()));
      whole.check(file.source());
      labelled.add(whole);
    }
    boolean causal = labelled.stream().anyMatch(DumpSample::isCausal);
    return causal ? labelled.stream().map(DumpSample::causal).toList() : labelled;
  }

  /** The samples of one prefix: one, or those of a batch. */
  private List<DumpSample> group(String prefix, List<DumpArray> arrays) throws Problem {
    OptionalInt hint = tokens.batch(prefix);
    SequencedMap<Integer, List<DumpLayer>> batch = new LinkedHashMap<>();
    SequencedMap<DumpKind, Integer> next = new LinkedHashMap<>();
    int size = -1;
    for (DumpArray array : arrays) {
      DumpForm form = DumpForm.of(file.source(), array, hint);
      if (size >= 0 && form.samples() != size) {
        throw new Problem(
            "checkpoint.problem.dump-batch",
            file.source(),
            array.name(),
            array.array().shape(),
            size);
      }
      size = form.samples();
      int first = next.getOrDefault(array.kind(), 0);
      if (array.layer().orElse(first) != first) {
        throw new Problem("checkpoint.problem.dump-layer", file.source(), array.name(), first);
      }
      next.put(array.kind(), first + form.layers());
      for (int sample = 0; sample < size; sample++) {
        List<DumpLayer> layers = batch.computeIfAbsent(sample, none -> new ArrayList<>());
        for (int layer = 0; layer < form.layers(); layer++) {
          layers.add(
              new DumpLayer(array.kind(), first + layer, array.name(), form.heads(sample, layer)));
        }
      }
    }
    List<DumpSample> samples = new ArrayList<>();
    batch.forEach(
        (index, layers) ->
            samples.add(new DumpSample(name(prefix, index, batch.size()), layers, Map.of())));
    return samples;
  }

  private String name(String prefix, int index, int size) {
    if (size == 1) {
      return prefix.isEmpty() ? "0" : prefix;
    }
    return prefix.isEmpty() ? Integer.toString(index) : prefix + "/" + index;
  }
}
