package attentionscope.trace;

import attentionscope.files.Nearest;
import attentionscope.files.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run: its matrices in the order in which they were computed. It never changes. */
public final class Trace {

  private final List<Node> nodes;
  private final Provenance provenance;
  private final Map<TensorId, Node> byId = new HashMap<>();
  private final Map<Node, List<Use>> uses = new HashMap<>();

  /**
   * A place where a node is read.
   *
   * @param reader the node that reads it
   * @param input as which of its inputs
   */
  public record Use(Node reader, int input) {}

  Trace(List<Node> nodes, Provenance provenance) {
    this.nodes = List.copyOf(nodes);
    this.provenance = provenance;
    for (Node node : nodes) {
      byId.put(node.id(), node);
      for (int i = 0; i < node.inputs().size(); i++) {
        uses.computeIfAbsent(node.input(i), none -> new ArrayList<>()).add(new Use(node, i));
      }
    }
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
    return uses.getOrDefault(node, List.of());
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
