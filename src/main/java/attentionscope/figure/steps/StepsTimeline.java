package attentionscope.figure.steps;

import attentionscope.figure.steps.HeadNodes.Link;
import attentionscope.files.Problem;
import attentionscope.trace.CellRef;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every moment of the calculation of one head, in order: a start with nothing done, all scores (per
 * score its products, then their sum), each change of the scores that does anything, softmax row by
 * row (largest, powers of e, their sum, divisions), the output (per cell the weighted values, then
 * their sum), and an end with everything done. Moments are worked out from their index, never
 * stored, so a long sequence costs nothing.
 */
public final class StepsTimeline {

  private final HeadNodes head;
  private final List<Link> active;
  private final int cells; // T_q x T_k
  private final int perRow; // moments of softmax a row
  private final int firstLink;
  private final int firstSoftmax;
  private final int firstValues;
  private final int last;

  private StepsTimeline(HeadNodes head) {
    this.head = head;
    active = head.links().stream().filter(Link::active).toList();
    cells = head.queries() * head.keys();
    perRow = 2 * head.keys() + 2;
    firstLink = 1 + 2 * cells;
    firstSoftmax = firstLink + active.size() * cells;
    firstValues = firstSoftmax + head.queries() * perRow;
    last = firstValues + 2 * head.queries() * head.dV();
  }

  public static StepsTimeline of(HeadNodes head) {
    return new StepsTimeline(head);
  }

  /**
   * The moments of a head.
   *
   * @throws Problem when the run has no such head
   */
  public static StepsTimeline of(Trace trace, TensorId head) throws Problem {
    return of(HeadNodes.of(trace, head));
  }

  public HeadNodes head() {
    return head;
  }

  /** How many moments there are, start and end included. */
  public int size() {
    return last + 1;
  }

  /** A moment; an index beyond either end means that end. */
  public Moment at(int index) {
    if (index <= 0) {
      return new Moment(0, Step.START, -1, -1, Optional.empty());
    }
    if (index >= last) {
      return new Moment(last, Step.DONE, -1, -1, Optional.empty());
    }
    if (index < firstLink) {
      int cell = (index - 1) / 2;
      return moment(index, (index - 1) % 2 == 0 ? Step.PRODUCTS : Step.SUM, head.scores(), cell);
    }
    if (index < firstSoftmax) {
      int offset = index - firstLink;
      Link link = active.get(offset / cells);
      return moment(index, step(link.stage()), link.node(), offset % cells);
    }
    if (index < firstValues) {
      return softmax(index);
    }
    int offset = index - firstValues;
    return moment(index, offset % 2 == 0 ? Step.WEIGHTED : Step.OUTPUT, head.output(), offset / 2);
  }

  /**
   * The moment meant: the one that was played to, else the one when the cell looked at has just
   * been computed, else the end.
   */
  public Moment at(OptionalInt played, Optional<Region> focus) {
    if (played.isPresent()) {
      return at(played.getAsInt());
    }
    OptionalInt index =
        focus.flatMap(Region::asCell).map(this::indexOf).orElse(OptionalInt.empty());
    return at(index.orElse(last));
  }

  /** The moment when a cell has just been computed; empty for what this head does not compute. */
  public OptionalInt indexOf(CellRef ref) {
    if (ref.id().equals(head.scores().id())) {
      return inside(ref, head.scores()) ? OptionalInt.of(2 * number(ref) + 2) : OptionalInt.empty();
    }
    if (ref.id().equals(head.weights().id())) {
      int index = firstSoftmax + ref.row() * perRow + head.keys() + 2 + ref.column();
      return inside(ref, head.weights()) ? OptionalInt.of(index) : OptionalInt.empty();
    }
    if (ref.id().equals(head.output().id())) {
      int index = firstValues + 2 * (ref.row() * head.dV() + ref.column()) + 1;
      return inside(ref, head.output()) ? OptionalInt.of(index) : OptionalInt.empty();
    }
    // a change that does nothing is known as soon as what it hands on is
    TensorId before = head.scores().id();
    for (Link link : head.links()) {
      if (link.node().id().equals(ref.id())) {
        if (!inside(ref, link.node())) {
          return OptionalInt.empty();
        }
        return link.active()
            ? OptionalInt.of(firstLink + active.indexOf(link) * cells + number(ref))
            : indexOf(new CellRef(before, ref.row(), ref.column()));
      }
      before = link.node().id();
    }
    return OptionalInt.empty();
  }

  /** The first moment of a stage, if the stage does anything. */
  public OptionalInt first(Stage stage) {
    return switch (stage) {
      case PRODUCTS -> OptionalInt.of(1);
      case SCORES -> OptionalInt.of(2);
      case SOFTMAX -> OptionalInt.of(firstSoftmax);
      case VALUES -> OptionalInt.of(firstValues);
      case SCALE, BIAS, MASK -> {
        for (int i = 0; i < active.size(); i++) {
          if (active.get(i).stage() == stage) {
            yield OptionalInt.of(firstLink + i * cells);
          }
        }
        yield OptionalInt.empty();
      }
    };
  }

  /** Whether a cell has been computed by a moment. */
  public boolean knows(Moment moment, CellRef ref) {
    OptionalInt index = indexOf(ref);
    return index.isEmpty() || index.getAsInt() <= moment.index();
  }

  /** Stages that are over at a moment, in order. */
  public List<Stage> over(Moment moment) {
    List<Stage> over = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      boolean later =
          moment.step() == Step.DONE
              || moment.step().stage().map(now -> now.compareTo(stage) > 0).orElse(false);
      if (later) {
        over.add(stage);
      }
    }
    return over;
  }

  private Moment softmax(int index) {
    int row = (index - firstSoftmax) / perRow;
    int offset = (index - firstSoftmax) % perRow;
    int keys = head.keys();
    if (offset == 0) {
      return new Moment(index, Step.MAX, row, -1, Optional.empty());
    }
    if (offset == keys + 1) {
      return new Moment(index, Step.TOTAL, row, -1, Optional.empty());
    }
    return offset <= keys
        ? moment(index, Step.EXP, head.weights(), row * keys + offset - 1)
        : moment(index, Step.DIVIDE, head.weights(), row * keys + offset - keys - 2);
  }

  private static Moment moment(int index, Step step, Node node, int cell) {
    int columns = node.value().numCols;
    CellRef ref = node.ref(cell / columns, cell % columns);
    return new Moment(index, step, ref.row(), ref.column(), Optional.of(ref));
  }

  private static Step step(Stage stage) {
    return switch (stage) {
      case SCALE -> Step.SCALE;
      case BIAS -> Step.BIAS;
      case MASK -> Step.MASK;
      case PRODUCTS, SCORES, SOFTMAX, VALUES ->
          throw new IllegalArgumentException(stage + " does not change scores");
    };
  }

  private int number(CellRef ref) {
    return ref.row() * head.keys() + ref.column();
  }

  private static boolean inside(CellRef ref, Node node) {
    return ref.row() < node.value().numRows && ref.column() < node.value().numCols;
  }
}
