package attentionscope.figure.shapes;

import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.trace.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a figure is drawn of: an attention, its sizes, and a moment. */
record Scene(
    AttentionNodes nodes, SizePlan plan, ShapesTimeline timeline, Moment moment, MatrixLook look) {

  private static final List<Set<Part>> ONE_SCALE =
      List.of(
          Set.of(Part.QUERIES, Part.KEYS, Part.HEAD_QUERIES, Part.HEAD_KEYS),
          Set.of(Part.VALUES, Part.HEAD_VALUES, Part.HEAD_OUTPUT, Part.CONCAT),
          Set.of(Part.SCORES, Part.SCALED, Part.BIASED, Part.MASKED));

  /** How a box stands at the moment. */
  enum State {
    /** Its numbers are there. */
    NUMBERS,
    /** Its size is known; it has no numbers because sizes differ from the run's. */
    SIZE,
    /** Its moment is still to come. */
    LATER,
    /** Sizes do not fit, so it can't be. */
    IMPOSSIBLE
  }

  State state(Part part) {
    if (plan.size(sized(part)).isEmpty()) {
      return State.IMPOSSIBLE;
    }
    if (!timeline.knows(moment, part)) {
      return State.LATER;
    }
    return plan.hasNumbers(sized(part)) ? State.NUMBERS : State.SIZE;
  }

  private static Part sized(Part part) {
    return part.isCards() ? Lane.of(part).orElseThrow().head() : part;
  }

  boolean made(Part part) {
    return timeline.makes(moment).contains(part);
  }

  boolean read(Part part) {
    return timeline.reads(moment).contains(part);
  }

  /** The product that the moment computes, or fails to. */
  Optional<SizedProduct> product() {
    return plan.product(moment.step());
  }

  /** Whether the moment is the one where sizes turn out not to fit. */
  boolean breaks() {
    return plan.misfit().map(fault -> fault.step() == moment.step()).orElse(false);
  }

  /** The matrix that a box shows at the moment. */
  Optional<Node> node(Part part) {
    if (moment.step().compareTo(Step.TURN) < 0) {
      Optional<Node> before = nodes.unturned(part);
      if (before.isPresent()) {
        return before;
      }
    }
    return nodes.node(part);
  }

  /** Whether a matrix is shown on its side. */
  boolean isTransposed(Part part) {
    return switch (part) {
      case HEAD_KEYS -> moment.step().compareTo(Step.TRANSPOSE) >= 0;
      case QUERY_WEIGHT, KEY_WEIGHT, VALUE_WEIGHT, OUTPUT_WEIGHT -> nodes.isStoredTransposed(part);
      default -> false;
    };
  }

  /** The size that is written below a box: keys lie down only when their moment has come. */
  Optional<MatrixSize> size(Part part) {
    Optional<MatrixSize> size = plan.size(part);
    boolean standing = part == Part.HEAD_KEYS && !isTransposed(part);
    return standing ? size.map(MatrixSize::transposed) : size;
  }

  /** Matrices of a kind share a scale. */
  ColorScale scale(Node node, Part part) {
    for (Set<Part> shared : ONE_SCALE) {
      if (shared.contains(part)) {
        List<Node> all =
            shared.stream().sorted().flatMap(other -> nodes.node(other).stream()).toList();
        return ColorScale.of(all, look);
      }
    }
    return ColorScale.of(node, look);
  }
}
