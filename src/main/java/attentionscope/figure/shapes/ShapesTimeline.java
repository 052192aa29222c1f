package attentionscope.figure.shapes;

import attentionscope.figure.steps.HeadNodes;
import attentionscope.figure.steps.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The moments of the way through an attention, in order; steps that this run does not have are left
 * out. Where sizes do not fit, the moment in which that shows is the last.
 */
public final class ShapesTimeline {

  private final AttentionNodes nodes;
  private final List<Step> steps;

  private ShapesTimeline(AttentionNodes nodes, List<Step> steps) {
    this.nodes = nodes;
    this.steps = steps;
  }

  public static ShapesTimeline of(AttentionNodes nodes, SizePlan plan) {
    List<Step> steps = new ArrayList<>();
    for (Step step : Step.values()) {
      boolean reached = plan.misfit().map(fault -> step.compareTo(fault.step()) <= 0).orElse(true);
      if (reached && has(nodes, step)) {
        steps.add(step);
      }
    }
    return new ShapesTimeline(nodes, List.copyOf(steps));
  }

  private static boolean has(AttentionNodes nodes, Step step) {
    return switch (step) {
      case START, TRANSPOSE, SCORES, SOFTMAX, MIX, DONE -> true;
      case QUERIES -> nodes.has(Part.QUERY_WEIGHT);
      case KEYS -> nodes.has(Part.KEY_WEIGHT);
      case VALUES -> nodes.has(Part.VALUE_WEIGHT);
      case SPLIT -> nodes.has(Part.QUERIES) || nodes.has(Part.KEYS) || nodes.has(Part.VALUES);
      case TURN -> nodes.turns();
      case SCALE -> active(nodes, Stage.SCALE);
      case BIAS -> active(nodes, Stage.BIAS);
      case MASK -> active(nodes, Stage.MASK);
      case CONCAT -> nodes.has(Part.CONCAT);
      case PROJECT -> nodes.has(Part.OUTPUT);
    };
  }

  private static boolean active(AttentionNodes nodes, Stage stage) {
    return nodes.head().link(stage).map(HeadNodes.Link::active).orElse(false);
  }

  /** How many moments there are. */
  public int size() {
    return steps.size();
  }

  /** A moment; an index beyond either end means that end. */
  public Moment at(int index) {
    int inside = Math.clamp(index, 0, steps.size() - 1);
    return new Moment(inside, steps.get(inside));
  }

  /** The moment that was played to; the last where none was. */
  public Moment at(OptionalInt played) {
    return at(played.orElse(steps.size() - 1));
  }

  /** The moment of a step, if the run has it. */
  public OptionalInt indexOf(Step step) {
    int index = steps.indexOf(step);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The step that makes what a box shows first. */
  Step stepOf(Part part) {
    return switch (part) {
      case QUERY_INPUT, KEY_INPUT, VALUE_INPUT -> Step.START;
      case QUERY_WEIGHT -> Step.QUERIES;
      case KEY_WEIGHT -> Step.KEYS;
      case VALUE_WEIGHT -> Step.VALUES;
      case QUERIES -> nodes.has(Part.QUERY_WEIGHT) ? Step.QUERIES : Step.START;
      case KEYS -> nodes.has(Part.KEY_WEIGHT) ? Step.KEYS : Step.START;
      case VALUES -> nodes.has(Part.VALUE_WEIGHT) ? Step.VALUES : Step.START;
      case QUERY_CARDS, KEY_CARDS, VALUE_CARDS -> Step.SPLIT;
      case HEAD_QUERIES -> nodes.has(Part.QUERIES) ? Step.SPLIT : Step.START;
      case HEAD_KEYS -> nodes.has(Part.KEYS) ? Step.SPLIT : Step.START;
      case HEAD_VALUES -> nodes.has(Part.VALUES) ? Step.SPLIT : Step.START;
      case SCORES -> Step.SCORES;
      case SCALED -> Step.SCALE;
      case BIASED -> Step.BIAS;
      case MASKED -> Step.MASK;
      case WEIGHTS -> Step.SOFTMAX;
      case HEAD_OUTPUT -> Step.MIX;
      case CONCAT -> Step.CONCAT;
      case OUTPUT_WEIGHT, OUTPUT -> Step.PROJECT;
    };
  }

  /** Whether a box is there at a moment. */
  boolean knows(Moment moment, Part part) {
    return stepOf(part).compareTo(moment.step()) <= 0;
  }

  /** What a moment makes. */
  Set<Part> makes(Moment moment) {
    Set<Part> made = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (stepOf(part) == moment.step() && nodes.has(part)) {
        made.add(part);
      }
    }
    switch (moment.step()) {
      case TURN -> {
        made.add(Part.HEAD_QUERIES);
        made.add(Part.HEAD_KEYS);
      }
      case TRANSPOSE -> made.add(Part.HEAD_KEYS);
      default -> {}
    }
    return made;
  }

  /** What a moment reads. */
  Set<Part> reads(Moment moment) {
    Set<Part> read = EnumSet.noneOf(Part.class);
    switch (moment.step()) {
      case START, DONE, TURN, TRANSPOSE -> {}
      case QUERIES -> read.add(Part.QUERY_INPUT);
      case KEYS -> read.add(Part.KEY_INPUT);
      case VALUES -> read.add(Part.VALUE_INPUT);
      case SPLIT -> read.addAll(Set.of(Part.QUERIES, Part.KEYS, Part.VALUES));
      case SCORES -> read.addAll(Set.of(Part.HEAD_QUERIES, Part.HEAD_KEYS));
      case SCALE, BIAS, MASK, SOFTMAX -> read.add(before(moment));
      case MIX -> read.addAll(Set.of(Part.WEIGHTS, Part.HEAD_VALUES));
      case CONCAT -> read.add(Part.HEAD_OUTPUT);
      case PROJECT -> read.add(Part.CONCAT);
    }
    read.removeIf(part -> !nodes.has(part));
    return read;
  }

  private Part before(Moment moment) {
    return nodes.chainParts().stream()
        .filter(part -> stepOf(part).compareTo(moment.step()) < 0)
        .reduce((earlier, later) -> later)
        .orElse(Part.SCORES);
  }
}
