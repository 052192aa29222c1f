package attentionscope.figure.model;

import attentionscope.analysis.AttentionSite;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parts of a model, found by the names of the matrices of its run.
 *
 * @param trace the run
 * @param stacks the encoder, the decoder, or both
 * @param output from the last stack to what the model says
 */
public record ModelParts(Trace trace, List<Stack> stacks, List<Node> output) {

  /**
   * A stack of layers.
   *
   * @param name {@code encoder} or {@code decoder}
   * @param input from the tokens to what the first layer reads
   * @param layers from the first
   * @param others what belongs to no layer: masks, the last norm
   */
  public record Stack(String name, List<Node> input, List<Layer> layers, List<Node> others) {
    public Stack {
      input = List.copyOf(input);
      layers = List.copyOf(layers);
      others = List.copyOf(others);
    }
  }

  /**
   * A layer.
   *
   * @param id such as {@code encoder.0}
   * @param sublayers in the order of computing
   * @param result what it hands on; where that is not known, the first matrix that is
   */
  public record Layer(TensorId id, List<Sublayer> sublayers, Node result) {
    public Layer {
      sublayers = List.copyOf(sublayers);
    }

    /** From 0. */
    public int number() {
      return Integer.parseInt(id.leaf());
    }

    /** Its attentions. */
    List<AttentionSite> sites() {
      return sublayers.stream().flatMap(one -> one.site().stream()).toList();
    }

    long parameters() {
      return sublayers.stream().mapToLong(one -> ModelParts.parameters(one.nodes())).sum();
    }

    /** Whether a matrix is a part of it. */
    public boolean holds(TensorId matrix) {
      return matrix.path().startsWith(id.path() + ".");
    }
  }

  /**
   * A part of a layer.
   *
   * @param id such as {@code encoder.0.self}
   * @param site of an attention
   * @param nodes its matrices, without those of single heads and single steps
   */
  public record Sublayer(TensorId id, Optional<AttentionSite> site, List<Node> nodes) {
    public Sublayer {
      nodes = List.copyOf(nodes);
    }

    Optional<Node> find(String leaf) {
      TensorId wanted = id.child(leaf);
      return nodes.stream().filter(node -> node.id().equals(wanted)).findFirst();
    }
  }

  private static final List<String> STACKS = List.of("encoder", "decoder");
  private static final List<String> INPUTS = List.of("source", "target", "embedding");

  /** What the matrices of single heads and steps have in their ids; there are too many to name. */
  private static final List<String> MANY = List.of(".head.", ".step.");

  public ModelParts {
    stacks = List.copyOf(stacks);
    output = List.copyOf(output);
  }

  public static ModelParts of(Trace trace) {
    List<AttentionSite> sites = AttentionSite.of(trace);
    boolean twoTexts = trace.nodes().stream().anyMatch(node -> begins(node, "target"));
    List<Stack> stacks = new ArrayList<>();
    for (String name : STACKS) {
      List<Node> all = trace.nodes().stream().filter(node -> begins(node, name)).toList();
      if (!all.isEmpty()) {
        String side = twoTexts && name.equals("decoder") ? "target" : "source";
        boolean first = stacks.isEmpty();
        Predicate<Node> reads = node -> begins(node, side) || (first && begins(node, "embedding"));
        List<Node> input = trace.nodes().stream().filter(reads).toList();
        stacks.add(
            new Stack(
                name, input, layers(name, all, sites), all.stream().filter(not(name)).toList()));
      }
    }
    List<Node> rest =
        trace.nodes().stream()
            .filter(node -> !STACKS.contains(first(node)) && !INPUTS.contains(first(node)))
            .toList();
    return new ModelParts(trace, stacks, rest);
  }

  private static Predicate<Node> not(String stack) {
    return node -> !isOfLayer(node, stack) && !isOneOfMany(node);
  }

  private static List<Layer> layers(String stack, List<Node> all, List<AttentionSite> sites) {
    Map<String, Map<String, List<Node>>> layers = new LinkedHashMap<>();
    for (Node node : all) {
      if (isOfLayer(node, stack)) {
        List<String> path = node.id().segments();
        List<Node> nodes =
            layers
                .computeIfAbsent(path.get(1), none -> new LinkedHashMap<>())
                .computeIfAbsent(path.get(2), none -> new ArrayList<>());
        if (!isOneOfMany(node)) {
          nodes.add(node);
        }
      }
    }
    List<Layer> made = new ArrayList<>();
    layers.forEach(
        (number, parts) -> {
          TensorId id = TensorId.of(stack).child(number);
          List<Sublayer> sublayers = new ArrayList<>();
          parts.forEach((name, nodes) -> sublayers.add(sublayer(id.child(name), nodes, sites)));
          sublayers.removeIf(part -> part.site().isEmpty() && part.nodes().isEmpty());
          List<Node> known = sublayers.stream().flatMap(part -> part.nodes().stream()).toList();
          Node first = all.stream().filter(node -> isBelow(node, id)).findFirst().orElseThrow();
          made.add(new Layer(id, sublayers, known.isEmpty() ? first : known.getLast()));
        });
    return made;
  }

  private static Sublayer sublayer(TensorId id, List<Node> nodes, List<AttentionSite> sites) {
    return new Sublayer(id, sites.stream().filter(one -> one.id().equals(id)).findFirst(), nodes);
  }

  private static boolean isBelow(Node node, TensorId id) {
    return node.id().path().startsWith(id.path() + ".");
  }

  private static boolean isOfLayer(Node node, String stack) {
    List<String> path = node.id().segments();
    return path.size() > 2
        && path.getFirst().equals(stack)
        && path.get(1).chars().allMatch(Character::isDigit);
  }

  private static boolean isOneOfMany(Node node) {
    return MANY.stream().anyMatch(node.id().path()::contains);
  }

  private static String first(Node node) {
    return node.id().segments().getFirst();
  }

  private static boolean begins(Node node, String word) {
    return first(node).equals(word);
  }

  /** The layer that a matrix is a part of. */
  public Optional<Layer> layerOf(TensorId matrix) {
    return stacks.stream()
        .flatMap(stack -> stack.layers().stream())
        .filter(layer -> layer.holds(matrix))
        .findFirst();
  }

  /** A part of the run that says what the model says. */
  Optional<Node> find(String id) {
    return trace.find(TensorId.of(id));
  }

  /** How many numbers among these have been learned. */
  static long parameters(List<Node> nodes) {
    return nodes.stream()
        .filter(ModelParts::isParameter)
        .mapToLong(node -> (long) node.rows().size() * node.columns().size())
        .sum();
  }

  static boolean isParameter(Node node) {
    return node.op().kind().equals("parameter");
  }

  /** Of the whole model, each matrix counted once however often it is used. */
  public long parameters() {
    return parameters(trace.nodes());
  }
}
