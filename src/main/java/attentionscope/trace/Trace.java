package attentionscope.trace;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A run: its matrices in the order in which they were computed. It never changes. While a long run
 * goes on, there may be traces of what there is of it so far.
 */
public final class Trace {

  private final List<Node> nodes;
  private final Provenance provenance;
  private final Map<TensorId, Node> byId;
  private final boolean whole;

  /** Made when first asked for: most runs are never asked. */
  private volatile @Nullable Map<Node, List<Use>> uses;

  /**
   * A place where a node is read.
   *
   * @param reader the node that reads it
   * @param input as which of its inputs
   */
  public record Use(Node reader, int input) {}

  /**
   * @param nodes by id, in the order of computing; nobody may change it any more
   * @param whole whether the run has ended
   */
  Trace(SequencedMap<TensorId, Node> nodes, Provenance provenance, boolean whole) {
    this.nodes = List.copyOf(nodes.values());
    this.provenance = provenance;
    byId = nodes;
    this.whole = whole;
  }

  /** Whether the run has ended; else this is what there was of it at some moment. */
  public boolean isWhole() {
    return whole;
  }

  /** Every matrix, in the order of computing. */
  public List<Node> nodes() {
    return nodes;
  }

  public Provenance provenance() {
    return provenance;
  }

  public Optional<Node> find(TensorId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @throws Problem when this run has no such matrix; it names the nearest that there are
   */
  public Node get(TensorId id) throws Problem {
    Node node = byId.get(id);
    if (node == null) {
      throw unknown(id.path());
    }
    return node;
  }

  /** The matrices that a pattern names ({@link TensorId#matches}). */
  public List<Node> match(String glob) {
    return nodes.stream().filter(node -> node.id().matches(glob)).toList();
  }

  /** Where a node is read. */
  public List<Use> uses(Node node) {
    Map<Node, List<Use>> known = uses;
    if (known == null) {
      known = findUses();
      uses = known;
    }
    return known.getOrDefault(node, List.of());
  }

  private Map<Node, List<Use>> findUses() {
    Map<Node, List<Use>> found = new HashMap<>();
    for (Node node : nodes) {
      for (int i = 0; i < node.inputs().size(); i++) {
        found.computeIfAbsent(node.input(i), none -> new ArrayList<>()).add(new Use(node, i));
      }
    }
    return found;
  }

  /** The cells that read a cell. */
  public List<Region> feeds(Node node, int row, int column) {
    return uses(node).stream()
        .flatMap(use -> use.reader().feeds(use.input(), row, column).stream())
        .toList();
  }

  Problem unknown(String path) {
    List<String> known = nodes.stream().map(node -> node.id().path()).toList();
    return new Problem(
        "trace.problem.unknown", path, String.join(", ", Nearest.names(path, known, 3)));
  }
}
