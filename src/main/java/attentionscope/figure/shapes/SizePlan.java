package attentionscope.figure.shapes;

import attentionscope.workspace.OtherSize;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The size of every matrix of an attention, worked out from the inputs and the weights alone, and
 * the place where sizes do not fit, if there is one. Weights may be given other sizes than the run
 * has; what follows from them then has a size but no numbers.
 */
public final class SizePlan {

  private final AttentionNodes nodes;
  private final Map<Part, MatrixSize> sizes = new EnumMap<>(Part.class);
  private final Set<Part> imagined = EnumSet.noneOf(Part.class);
  private final List<SizedProduct> products = new ArrayList<>();
  private Optional<Misfit> misfit = Optional.empty();

  private SizePlan(AttentionNodes nodes) {
    this.nodes = nodes;
  }

  /** Where sizes do not fit. */
  public sealed interface Misfit {

    Step step();

    /** Two matrices whose inner sizes differ. */
    record InnerSizes(SizedProduct product) implements Misfit {
      @Override
      public Step step() {
        return product.step();
      }
    }

    /** Columns that can't be dealt out to the heads evenly. */
    record Uneven(Part part, int columns, int heads) implements Misfit {
      @Override
      public Step step() {
        return Step.SPLIT;
      }
    }
  }

  /** The sizes that the run has. */
  public static SizePlan of(AttentionNodes nodes) {
    return of(nodes, Map.of());
  }

  /** The sizes with some weights imagined otherwise. */
  public static SizePlan of(AttentionNodes nodes, List<OtherSize> others) {
    Map<Part, MatrixSize> replaced = new EnumMap<>(Part.class);
    for (OtherSize other : others) {
      replaced.put(part(other.weight()), new MatrixSize(other.rows(), other.columns()));
    }
    return of(nodes, replaced);
  }

  /** The box of a weight. */
  public static Part part(OtherSize.Weight weight) {
    return switch (weight) {
      case Q -> Part.QUERY_WEIGHT;
      case K -> Part.KEY_WEIGHT;
      case V -> Part.VALUE_WEIGHT;
      case O -> Part.OUTPUT_WEIGHT;
    };
  }

  /**
   * The sizes with some weights replaced.
   *
   * @param replaced the weights of projections, by their box, with their new sizes
   */
  public static SizePlan of(AttentionNodes nodes, Map<Part, MatrixSize> replaced) {
    SizePlan plan = new SizePlan(nodes);
    for (Lane lane : Lane.values()) {
      plan.project(lane, replaced);
    }
    for (Lane lane : Lane.values()) {
      plan.split(lane);
    }
    plan.attend();
    plan.finish(replaced);
    return plan;
  }

  private void project(Lane lane, Map<Part, MatrixSize> replaced) {
    known(lane.input());
    if (!nodes.has(lane.weight())) {
      known(lane.projection());
      return;
    }
    weight(lane.weight(), lane.projection(), replaced);
    Step step =
        switch (lane) {
          case QUERY -> Step.QUERIES;
          case KEY -> Step.KEYS;
          case VALUE -> Step.VALUES;
        };
    multiply(step, lane.input(), lane.weight(), lane.projection(), 1);
  }

  /** A head has as many columns of the projection as the run's heads share it. */
  private void split(Lane lane) {
    if (!nodes.has(lane.projection())) {
      known(lane.head());
    } else if (sizes.containsKey(lane.projection())) {
      MatrixSize all = sizes.get(lane.projection());
      int shares = nodes.shares(lane);
      if (all.columns() % shares == 0) {
        follow(
            lane.head(),
            new MatrixSize(all.rows(), all.columns() / shares),
            Set.of(lane.projection()));
      } else {
        fail(new Misfit.Uneven(lane.projection(), all.columns(), shares));
      }
    }
    if (lane == Lane.KEY) {
      sizes.computeIfPresent(lane.head(), (head, size) -> size.transposed());
    }
  }

  private void attend() {
    multiply(Step.SCORES, Part.HEAD_QUERIES, Part.HEAD_KEYS, Part.SCORES, nodes.heads());
    Part before = Part.SCORES;
    for (Part part : nodes.chainParts()) {
      if (part != Part.SCORES && sizes.containsKey(before)) {
        follow(part, sizes.get(before), Set.of(before));
      }
      before = part;
    }
    multiply(Step.MIX, Part.WEIGHTS, Part.HEAD_VALUES, Part.HEAD_OUTPUT, nodes.heads());
  }

  private void finish(Map<Part, MatrixSize> replaced) {
    if (nodes.has(Part.CONCAT) && sizes.containsKey(Part.HEAD_OUTPUT)) {
      MatrixSize head = sizes.get(Part.HEAD_OUTPUT);
      MatrixSize all = new MatrixSize(head.rows(), head.columns() * nodes.heads());
      follow(Part.CONCAT, all, Set.of(Part.HEAD_OUTPUT));
    }
    if (nodes.has(Part.OUTPUT_WEIGHT)) {
      weight(Part.OUTPUT_WEIGHT, Part.OUTPUT, replaced);
      multiply(Step.PROJECT, Part.CONCAT, Part.OUTPUT_WEIGHT, Part.OUTPUT, 1);
    }
  }

  private void known(Part part) {
    nodes.node(part).ifPresent(node -> sizes.put(part, MatrixSize.of(node)));
  }

  private void weight(Part weight, Part result, Map<Part, MatrixSize> replaced) {
    int stored = nodes.node(weight).orElseThrow().value().getNumElements();
    int columns = nodes.node(result).orElseThrow().columns().size();
    MatrixSize own = new MatrixSize(stored / columns, columns);
    MatrixSize size = replaced.getOrDefault(weight, own);
    sizes.put(weight, size);
    if (!size.equals(own)) {
      imagined.add(weight);
    }
  }

  private void multiply(Step step, Part left, Part right, Part result, int times) {
    if (!sizes.containsKey(left) || !sizes.containsKey(right)) {
      return;
    }
    SizeCheck check = new SizeCheck(sizes.get(left), sizes.get(right));
    SizedProduct product =
        new SizedProduct(step, left, right, result, check, times, nodes.samples());
    products.add(product);
    check
        .result()
        .ifPresentOrElse(
            size -> follow(result, size, Set.of(left, right)),
            () -> fail(new Misfit.InnerSizes(product)));
  }

  private void follow(Part part, MatrixSize size, Set<Part> from) {
    sizes.put(part, size);
    if (from.stream().anyMatch(imagined::contains)) {
      imagined.add(part);
    }
  }

  private void fail(Misfit now) {
    if (misfit.isEmpty() || misfit.get().step().compareTo(now.step()) > 0) {
      misfit = Optional.of(now);
    }
  }

  /** The size of a box; empty for what the run does not have or sizes do not allow. */
  public Optional<MatrixSize> size(Part part) {
    return Optional.ofNullable(sizes.get(part));
  }

  /** Whether a matrix has the numbers of the run: nothing it follows from was given other sizes. */
  boolean hasNumbers(Part part) {
    return sizes.containsKey(part) && !imagined.contains(part) && nodes.has(part);
  }

  public Optional<Misfit> misfit() {
    return misfit;
  }

  /** Every product whose sizes are known, in the order of computing. */
  public List<SizedProduct> products() {
    return List.copyOf(products);
  }

  /** The product of a step. */
  public Optional<SizedProduct> product(Step step) {
    return products.stream().filter(product -> product.step() == step).findFirst();
  }

  /** All multiply-adds up to a step, that one included. */
  public long multiplyAdds(Step last) {
    return products.stream()
        .filter(product -> product.step().compareTo(last) <= 0)
        .mapToLong(SizedProduct::multiplyAdds)
        .sum();
  }
}
