package attentionscope.figure.shapes;

import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** How large boxes, captions and labels are; what both layouts build on. */
final class Sizing {

  private static final double TWO_LINES = 29;
  private static final double ONE_LINE = 17;
  static final Type NAME = Type.ui(13).weight(Type.Weight.SEMIBOLD);
  static final Type SIZE = Type.ui(11);
  static final Type LABEL = Type.ui(11);

  /** Between name and size on one line. */
  static final double NAME_TO_SIZE = 6;

  /** Between a box and a connector. */
  static final double AWAY = 5;

  /** No more cards than these are drawn. */
  static final int MOST_CARDS = 16;

  private static final double LEAST = 0.4;

  final AttentionNodes nodes;
  final SizePlan plan;
  final Frame frame;

  /** Whether the captions of the lanes, and those of the rows, are one line each. */
  private final boolean flatFront;

  private final boolean flatRows;
  private final Lengths lengths;
  private final Lengths chain;
  private final Map<Part, Double> captions = new EnumMap<>(Part.class);
  private final Map<Part, Double> gaps = new EnumMap<>(Part.class);
  private final List<List<Part>> columns;
  private final List<Part> links;
  private final List<Part> end;

  Sizing(AttentionNodes nodes, SizePlan plan, Frame frame, boolean flatFront, boolean flatRows) {
    this.flatFront = flatFront;
    this.flatRows = flatRows;
    this.nodes = nodes;
    this.plan = plan;
    this.frame = frame;
    List<Integer> all = new ArrayList<>();
    List<Integer> tokens = new ArrayList<>();
    for (Part part : Part.values()) {
      if (nodes.node(part).isPresent()) {
        List<Integer> into = part.isInChain() ? tokens : all;
        into.add(size(part).rows());
        into.add(size(part).columns());
      }
    }
    lengths = Lengths.of(all, LEAST);
    chain = Lengths.of(tokens, LEAST);
    columns = front();
    links = nodes.chainParts();
    end =
        List.of(Part.HEAD_OUTPUT, Part.CONCAT, Part.OUTPUT_WEIGHT, Part.OUTPUT).stream()
            .filter(nodes::has)
            .toList();
  }

  private TextMeasure measure() {
    return frame.measure();
  }

  /** The size drawn: the run's own where other sizes leave none. */
  MatrixSize size(Part part) {
    return plan.size(part)
        .orElseGet(
            () -> {
              MatrixSize own = MatrixSize.of(nodes.node(part).orElseThrow());
              return part == Part.HEAD_KEYS ? own.transposed() : own;
            });
  }

  /** Width and height at a scale, at the origin. */
  Rect rect(Part part, double scale) {
    if (part.isCards()) {
      Part head = Lane.of(part).orElseThrow().head();
      MatrixSize size = head == Part.HEAD_KEYS ? size(head).transposed() : size(head);
      double spread = spread(scale);
      return new Rect(
          0,
          0,
          lengths.of(size.columns()) * scale * 0.8 + spread,
          lengths.of(size.rows()) * scale * 0.8 + spread);
    }
    Lengths own = part.isInChain() ? chain : lengths;
    return new Rect(0, 0, own.of(size(part).columns()) * scale, own.of(size(part).rows()) * scale);
  }

  /** The place kept for a box at a scale. */
  Rect room(Part part, double scale) {
    Rect rect = rect(part, scale);
    if (part == Part.HEAD_KEYS) {
      double side = Math.max(rect.width(), rect.height());
      return new Rect(0, 0, side, side);
    }
    return rect;
  }

  /** How far the last card of a stack lies from the first, each way. */
  double spread(double scale) {
    int cards = Math.min(nodes.heads(), MOST_CARDS);
    return Math.min((cards - 1) * 4.0, scale * 0.32);
  }

  double captionWidth(Part part) {
    return captions.computeIfAbsent(part, this::measured);
  }

  private double measured(Part part) {
    double name = PartNames.of(part, nodes, frame.texts()).width(NAME, measure());
    String text = PartNames.size(part, nodes, plan);
    double size = measure().width(text, SIZE.weight(Type.Weight.BOLD));
    return isFlat(part) ? name + NAME_TO_SIZE + size : Math.max(name, size);
  }

  /** Whether a box's name and size stand on one line. */
  boolean isFlat(Part part) {
    return Lane.of(part).isPresent() ? flatFront : flatRows;
  }

  /** The height of a box's caption, with what keeps it away from the box. */
  double caption(Part part) {
    return isFlat(part) ? ONE_LINE : TWO_LINES;
  }

  double frontCaption() {
    return flatFront ? ONE_LINE : TWO_LINES;
  }

  double rowCaption() {
    return flatRows ? ONE_LINE : TWO_LINES;
  }

  /** The room a column needs for these boxes and their captions. */
  double column(List<Part> parts, double scale) {
    return parts.stream()
        .mapToDouble(part -> Math.max(room(part, scale).width(), captionWidth(part)))
        .max()
        .orElse(0);
  }

  double highest(List<Part> parts, double scale) {
    return parts.stream().mapToDouble(part -> room(part, scale).height()).max().orElse(0);
  }

  /** The gap before a box of the chain: its label fits over the arrow. */
  double gap(Part part) {
    return gaps.computeIfAbsent(
        part,
        one ->
            Math.max(30, measure().width(PartNames.label(one, nodes, frame.texts()), LABEL) + 16));
  }

  /** The front columns from left to right: inputs once each, then what the lanes have. */
  List<List<Part>> columns() {
    return columns;
  }

  private List<List<Part>> front() {
    List<List<Part>> all = new ArrayList<>();
    all.add(nodes.inputs().stream().map(group -> group.getFirst().input()).toList());
    for (int i = 1; i < Lane.QUERY.parts().size(); i++) {
      int column = i;
      all.add(
          List.of(Lane.values()).stream()
              .map(lane -> lane.parts().get(column))
              .filter(nodes::has)
              .toList());
    }
    all.removeIf(List::isEmpty);
    return all;
  }

  /** The matrices from the scores to the weights. */
  List<Part> chain() {
    return links;
  }

  /** The boxes of the last row. */
  List<Part> end() {
    return end;
  }

  /** The gap before a box of the front or of the last row. */
  static double gapBefore(Part part) {
    return switch (part) {
      case QUERY_WEIGHT, KEY_WEIGHT, VALUE_WEIGHT -> 42;
      case QUERIES, KEYS, VALUES, OUTPUT_WEIGHT, OUTPUT -> 24;
      default -> 26;
    };
  }

  /** The width of boxes beside each other, gaps included. */
  double row(List<Part> parts, double scale) {
    double width = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      width += column(List.of(part), scale);
      if (i > 0) {
        width += part.isInChain() ? gap(part) : gapBefore(part);
      }
    }
    return width;
  }

  /**
   * The largest whole number in a range that fits, where whatever is larger than one that does not
   * fit does not fit either; 0 where none does.
   */
  static double largest(double most, double least, DoublePredicate fits) {
    int low = (int) Math.ceil(least) - 1;
    int high = (int) Math.floor(most);
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low < least ? 0 : low;
  }
}
