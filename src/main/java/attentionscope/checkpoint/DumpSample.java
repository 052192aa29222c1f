package attentionscope.checkpoint;

import attentionscope.files.Problem;
import attentionscope.op.Given;
import attentionscope.tensor.Axis;
import attentionscope.trace.Origin;
import attentionscope.trace.Tape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One text of a dump with all its attention.
 *
 * @param name what it is called
 * @param layers in the order in which they are computed
 * @param tokens of each side that there are; none: they are numbered
 */
record DumpSample(String name, List<DumpLayer> layers, Map<Axis.Role, List<String>> tokens) {
  /** What an operation is called that only hands out what somebody else computed. */
  private static final String RECORDED = "recorded";

  DumpSample {
    layers = List.copyOf(layers);
    tokens = Map.copyOf(tokens);
  }

  /** The same with the tokens of its sides. */
  DumpSample with(Map<Axis.Role, List<String>> sides) {
    return new DumpSample(name, layers, sides);
  }

  /** Whether it is of a model of one stack whose first layer looks back only. */
  boolean isCausal() {
    DumpLayer first = layers.getFirst();
    return first.kind() == DumpKind.ONLY && first.isCausal();
  }

  /** The same as of a decoder. */
  DumpSample causal() {
    return new DumpSample(name, layers.stream().map(DumpLayer::causal).toList(), tokens);
  }

  /** The sides that it has tokens of. */
  Set<Axis.Role> sides() {
    Set<Axis.Role> sides = new HashSet<>();
    for (DumpLayer layer : layers) {
      sides.add(layer.kind().queries());
      sides.add(layer.kind().keys());
    }
    return sides;
  }

  /**
   * Sees to it that layers and tokens agree about the lengths.
   *
   * @throws Problem naming the first array that has another
   */
  void check(Path file) throws Problem {
    for (Axis.Role side : sides()) {
      int length = length(side);
      for (DumpLayer layer : layers) {
        boolean self = layer.kind().queries() == layer.kind().keys();
        boolean fits =
            (layer.kind().keys() != side || layer.keys() == length)
                && (layer.kind().queries() != side
                    || (self ? layer.queries() <= length : layer.queries() == length));
        if (!fits) {
          throw new Problem(
              "checkpoint.problem.dump-length",
              file,
              layer.array(),
              layer.heads().shape(),
              length,
              name);
        }
      }
    }
  }

  /** How many tokens a side has: as many as were given, else as many as there are keys. */
  private int length(Axis.Role side) {
    List<String> given = tokens.getOrDefault(side, List.of());
    if (!given.isEmpty()) {
      return given.size();
    }
    return layers.stream()
        .filter(layer -> layer.kind().keys() == side)
        .mapToInt(DumpLayer::keys)
        .findFirst()
        .orElseGet(() -> layers.getFirst().queries());
  }

  /** Puts every head's weights on a tape. */
  void record(Tape tape, Path file) throws Problem {
    String source = String.valueOf(file.getFileName());
    for (DumpLayer layer : layers) {
      Axis keys = axis(layer.kind().keys(), layer.keys()).keyColumns();
      Axis queries = axis(layer.kind().queries(), layer.queries()).queries();
      Origin origin = new Origin.File(source, layer.array());
      for (int head = 0; head < layer.count(); head++) {
        Given given = new Given(RECORDED, layer.heads().part(head).matrix(), origin);
        tape.record(layer.weights(head), given, queries, keys);
      }
    }
  }

  /** The last so many tokens of a side: what was kept from before is asked, but does not ask. */
  private Axis axis(Axis.Role side, int length) {
    List<String> all = tokens.getOrDefault(side, List.of());
    List<String> labels =
        all.isEmpty() ? all : new ArrayList<>(all.subList(all.size() - length, all.size()));
    return new Axis(side, Axis.Part.NONE, 1, length, labels);
  }
}
