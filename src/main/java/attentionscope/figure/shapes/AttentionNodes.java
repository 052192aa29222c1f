package attentionscope.figure.shapes;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.figure.steps.Stage;
import attentionscope.files.Problem;
import attentionscope.language.Numbers;
import attentionscope.op.Linear;
import attentionscope.op.Product;
import attentionscope.op.Scale;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The matrices of one attention as the run has them, found by walking back from one head's scores:
 * nothing is assumed that is not there. A dictionary without projections has no W and no cards; an
 * attention without W_O ends at the concat.
 */
public final class AttentionNodes {

  private final AttentionSite site;
  private final int number;
  private final HeadNodes head;
  private final Map<Part, Node> nodes = new EnumMap<>(Part.class);
  private final Map<Part, Node> unturned = new EnumMap<>(Part.class);
  private final Set<Lane> biased = EnumSet.noneOf(Lane.class);
  private final Map<Lane, List<TensorId>> shares = new EnumMap<>(Lane.class);
  private boolean outputBias;

  private AttentionNodes(AttentionSite site, int number, HeadNodes head) {
    this.site = site;
    this.number = number;
    this.head = head;
  }

  /**
   * The matrices of an attention, with one of its heads followed.
   *
   * @param head from 0; beyond the last, the last
   * @throws Problem when the run keeps only the weights of the head
   */
  public static AttentionNodes of(Trace trace, AttentionSite site, int head) throws Problem {
    int number = Math.clamp(head, 0, site.heads() - 1);
    TensorId id = site.head(number);
    AttentionNodes all = new AttentionNodes(site, number, HeadNodes.of(trace, id));
    all.lane(trace, Lane.QUERY, all.head.q());
    all.lane(trace, Lane.KEY, all.head.k());
    all.lane(trace, Lane.VALUE, all.head.v());
    all.chain();
    all.end(trace);
    return all;
  }

  private void lane(Trace trace, Lane lane, Node operand) {
    nodes.put(lane.head(), operand);
    Node own = operand;
    while (own.op().kind().startsWith("rotate") || own.op().kind().startsWith("turn")) {
      own = own.input(0);
      unturned.put(lane.head(), own);
    }
    if (!own.op().kind().equals("columns")) {
      return;
    }
    Node projection = own.input(0);
    nodes.put(lane.projection(), projection);
    shares.put(
        lane,
        trace.uses(projection).stream()
            .map(Trace.Use::reader)
            .filter(reader -> reader.op().kind().equals("columns"))
            .map(Node::id)
            .toList());
    if (isProjection(projection)) {
      nodes.put(lane.input(), projection.input(0));
      nodes.put(lane.weight(), projection.input(1));
      if (projection.inputs().size() > 2) {
        biased.add(lane);
      }
    }
  }

  private void chain() {
    nodes.put(Part.SCORES, head.scores());
    for (HeadNodes.Link link : head.links()) {
      if (link.active()) {
        nodes.put(part(link.stage()), link.node());
      }
    }
    nodes.put(Part.WEIGHTS, head.weights());
    nodes.put(Part.HEAD_OUTPUT, head.output());
  }

  private void end(Trace trace) {
    reader(trace, head.output(), "concat")
        .filter(node -> node.inputs().stream().allMatch(input -> site.holds(input.id())))
        .ifPresent(node -> nodes.put(Part.CONCAT, node));
    Node concat = nodes.get(Part.CONCAT);
    if (concat == null) {
      return;
    }
    trace.uses(concat).stream()
        .filter(use -> use.input() == 0 && isProjection(use.reader()))
        .map(Trace.Use::reader)
        .findFirst()
        .ifPresent(
            output -> {
              nodes.put(Part.OUTPUT, output);
              nodes.put(Part.OUTPUT_WEIGHT, output.input(1));
              outputBias = output.inputs().size() > 2;
            });
  }

  private static Optional<Node> reader(Trace trace, Node node, String kind) {
    return trace.uses(node).stream()
        .map(Trace.Use::reader)
        .filter(reader -> reader.op().kind().equals(kind))
        .findFirst();
  }

  private static boolean isProjection(Node node) {
    String kind = node.op().kind();
    return (kind.equals("linear") || kind.equals("product")) && node.inputs().size() >= 2;
  }

  private static Part part(Stage stage) {
    return switch (stage) {
      case SCALE -> Part.SCALED;
      case BIAS -> Part.BIASED;
      case MASK -> Part.MASKED;
      case PRODUCTS, SCORES -> Part.SCORES;
      case SOFTMAX -> Part.WEIGHTS;
      case VALUES -> Part.HEAD_OUTPUT;
    };
  }

  public AttentionSite site() {
    return site;
  }

  /** The head that is followed, from 0. */
  public int number() {
    return number;
  }

  public int heads() {
    return site.heads();
  }

  /** How many sentences are stacked; each is worked by itself. */
  public int samples() {
    return head.scores().rows().samples();
  }

  HeadNodes head() {
    return head;
  }

  /** The matrix that a box shows; cards and what the run does not have show none. */
  public Optional<Node> node(Part part) {
    return Optional.ofNullable(nodes.get(part));
  }

  /** Every matrix that there is, in the order of computing; inputs that are one matrix once. */
  List<Part> parts() {
    List<Part> once = inputs().stream().map(group -> group.getFirst().input()).toList();
    return nodes.keySet().stream()
        .filter(part -> once.contains(part) || !isInput(part))
        .sorted()
        .toList();
  }

  private static boolean isInput(Part part) {
    return Lane.of(part).map(lane -> lane.input() == part).orElse(false);
  }

  boolean has(Part part) {
    return part.isCards()
        ? Lane.of(part).map(lane -> has(lane.projection())).orElse(false)
        : nodes.containsKey(part);
  }

  /** A head's queries or keys before positions turned them. */
  Optional<Node> unturned(Part part) {
    return Optional.ofNullable(unturned.get(part));
  }

  /** Whether positions turn queries and keys. */
  boolean turns() {
    return !unturned.isEmpty();
  }

  boolean hasBias(Lane lane) {
    return biased.contains(lane);
  }

  boolean hasOutputBias() {
    return outputBias;
  }

  /** Into how many shares a projection is split: one a head, or fewer that several heads read. */
  int shares(Lane lane) {
    Optional<Node> all = node(lane.projection());
    Optional<Node> one = node(lane.head());
    return all.isEmpty() || one.isEmpty()
        ? heads()
        : all.get().columns().size() / one.get().columns().size();
  }

  /** Which share of a projection a head reads. */
  int shareOf(Lane lane, int head) {
    return head * shares(lane) / heads();
  }

  /** The head whose colour a share has: the one that is followed, else the first that reads it. */
  int readerOf(Lane lane, int share) {
    return shareOf(lane, number) == share ? number : share * heads() / shares(lane);
  }

  /** A head's share of a projection. */
  Optional<TensorId> headMatrix(Lane lane, int head) {
    List<TensorId> all = shares.getOrDefault(lane, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(head * all.size() / heads()));
  }

  /** What scores are divided by: {@code √64}. */
  String divisor() {
    double value = divisorValue();
    double square = value * value;
    return Math.abs(square - Math.rint(square)) < 1e-3
        ? "√" + Numbers.whole(Math.round(square))
        : Numbers.prose(value);
  }

  double divisorValue() {
    return head.link(Stage.SCALE)
        .map(link -> link.node().op())
        .filter(Scale.class::isInstance)
        .map(op -> (double) ((Scale) op).number())
        .orElse(1.0);
  }

  /** Whether the run holds a projection's weight the other way round, d_out x d_in. */
  boolean isStoredTransposed(Part weight) {
    Part result = weight == Part.OUTPUT_WEIGHT ? Part.OUTPUT : ofWeight(weight).projection();
    return node(result)
        .map(
            node ->
                switch (node.op()) {
                  case Linear linear -> linear.transposed();
                  case Product product -> product.transposed();
                  default -> false;
                })
        .orElse(false);
  }

  private static Lane ofWeight(Part weight) {
    return Lane.of(weight).orElseThrow(() -> new IllegalArgumentException(weight.name()));
  }

  /** The lanes in groups that read the same matrix, in order; empty without projections. */
  List<List<Lane>> inputs() {
    List<List<Lane>> groups = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      Optional<Node> input = node(lane.input());
      if (input.isEmpty()) {
        continue;
      }
      if (!groups.isEmpty() && node(groups.getLast().getFirst().input()).equals(input)) {
        groups.getLast().add(lane);
      } else {
        groups.add(new ArrayList<>(List.of(lane)));
      }
    }
    return groups;
  }

  /** The matrices from the scores to the weights that change anything. */
  List<Part> chainParts() {
    return nodes.keySet().stream().filter(Part::isInChain).sorted().toList();
  }
}
