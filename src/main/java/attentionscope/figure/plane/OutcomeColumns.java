package attentionscope.figure.plane;

import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.AxisNames;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.figure.steps.Stage;
import attentionscope.language.Numbers;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the numbers of one query stand: a line a key, and below them a line a feature of the
 * output.
 *
 * @param keys the columns of the scores that are shown, in order
 * @param label the column of names
 * @param bars one column for scores, for what softmax reads where that is another, and for weights
 * @param value the column of values
 * @param features how many features of the output are shown
 * @param stacked whether a number stands above its bar, for want of room beside it
 * @param scale how much larger everything is than it need be, at least 1
 */
record OutcomeColumns(
    Rect rect,
    List<Integer> keys,
    Rect label,
    List<Bars> bars,
    Rect value,
    int features,
    boolean stacked,
    double scale) {

  private static final double TITLE = 28;
  private static final double HEAD = 20;
  private static final double RULE = 12;
  private static final double OUTPUT = 40;
  private static final double STACKED_LINE = 37;
  private static final double LINE = 26;
  private static final double STACKED_BELOW = 560;
  private static final double LARGEST = 1.4;
  private static final double SPACE = 12;
  private static final int MOST_FEATURES = 3;
  private static final int MOST_KEYS = 6;
  private static final double MOST_NAMES = 90;
  private static final String WIDEST_NUMBER = "−00.000";

  /**
   * A column of bars.
   *
   * @param node the matrix whose row they show
   */
  record Bars(Node node, Rect rect) {}

  /** How much room it would like, at most. */
  static double height(HeadNodes head, double width) {
    return fixed(head) + Math.min(head.keys(), MOST_KEYS) * line(width < STACKED_BELOW);
  }

  private static double fixed(HeadNodes head) {
    return TITLE + HEAD + RULE + Math.min(head.dV(), MOST_FEATURES) * OUTPUT;
  }

  static OutcomeColumns of(HeadNodes head, int row, Rect rect, Frame frame) {
    boolean stacked = rect.width() < STACKED_BELOW;
    int features = Math.min(head.dV(), MOST_FEATURES);
    double room = rect.height() - fixed(head);
    List<Integer> keys = shown(head, row, Math.max(1, (int) (room / line(stacked))));
    double scale =
        Math.clamp(
            Math.min(
                rect.height() / (fixed(head) + keys.size() * line(stacked)),
                rect.width() / narrowest(head, row, frame)),
            1,
            LARGEST);
    double top = rect.y() + TITLE * scale;
    double height = (HEAD + keys.size() * line(stacked)) * scale;
    double labelWidth =
        Math.min(nameWidth(head, row, keys, name(scale), frame), rect.width() * 0.3);
    double valueWidth = valueWidth(head, row, keys, number(scale), frame.measure());
    List<Node> nodes = nodes(head);
    double left = rect.x() + labelWidth;
    double wide = (rect.width() - labelWidth - valueWidth) / nodes.size();
    List<Bars> bars = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      bars.add(new Bars(nodes.get(i), new Rect(left + i * wide, top, wide - SPACE, height)));
    }
    Rect label = new Rect(rect.x(), top, labelWidth - SPACE / 2, height);
    Rect value = new Rect(rect.right() - valueWidth, top, valueWidth, height);
    return new OutcomeColumns(rect, keys, label, bars, value, features, stacked, scale);
  }

  /** How much room there has to be in width, for the numbers of any query. */
  static double narrowest(HeadNodes head, int row, Frame frame) {
    TextMeasure measure = frame.measure();
    List<Integer> keys = IntStream.range(0, head.keys()).boxed().toList();
    double bars = nodes(head).size() * (measure.width(WIDEST_NUMBER, number(1)) + SPACE);
    double names = nameWidth(head, row, keys, name(1), frame);
    return Math.min(MOST_NAMES, names) + bars + valueWidth(head, row, keys, number(1), measure);
  }

  /** What the bars show: scores, what softmax reads where that is another, weights. */
  private static List<Node> nodes(HeadNodes head) {
    boolean scaled = head.active(Stage.SCALE) || head.active(Stage.BIAS);
    return scaled
        ? List.of(head.scores(), beforeMask(head), head.weights())
        : List.of(head.scores(), head.weights());
  }

  private static double nameWidth(
      HeadNodes head, int row, List<Integer> keys, Type type, Frame frame) {
    Stream<String> names =
        keys.stream().map(key -> AxisNames.label(head.k().rows(), head.keyRow(row, key)));
    Stream<String> outputs =
        IntStream.range(0, Math.min(head.dV(), MOST_FEATURES))
            .mapToObj(feature -> outputName(head, feature, frame));
    return SPACE
        + Stream.concat(names, outputs)
            .mapToDouble(name -> frame.measure().width(name, type))
            .max()
            .orElse(0);
  }

  static String outputName(HeadNodes head, int feature, Frame frame) {
    return head.dV() == 1
        ? frame.text("plane.output")
        : frame.text("plane.output.feature", feature);
  }

  /** Room for every value, and for the outputs, which lie between them. */
  private static double valueWidth(
      HeadNodes head, int row, List<Integer> keys, Type type, TextMeasure measure) {
    int features = Math.min(head.dV(), MOST_FEATURES);
    double widest = 0;
    for (int feature = 0; feature < features; feature++) {
      for (int key : keys) {
        String text = Numbers.cell(head.v().at(head.keyRow(row, key), feature));
        widest = Math.max(widest, measure.width(text, type));
      }
    }
    return (widest + SPACE) * features;
  }

  /** The scores as scaled and biased, whatever a mask then hides. */
  private static Node beforeMask(HeadNodes head) {
    return head.links().stream()
        .filter(link -> link.stage() != Stage.MASK)
        .reduce((first, second) -> second)
        .map(HeadNodes.Link::node)
        .orElse(head.scores());
  }

  /** All keys; where there are too many, those with the largest weights. */
  private static List<Integer> shown(HeadNodes head, int row, int most) {
    return IntStream.range(0, head.keys())
        .boxed()
        .sorted(Comparator.comparingDouble(key -> -head.weights().at(row, key)))
        .limit(head.keys() > most ? Math.max(1, most - 1) : most)
        .sorted()
        .toList();
  }

  private static double line(boolean stacked) {
    return stacked ? STACKED_LINE : LINE;
  }

  /** The line that says which query it is. */
  Rect title() {
    return new Rect(rect.x(), rect.y(), rect.width(), (TITLE - 4) * scale);
  }

  /** The line of headings over a column. */
  Rect heading(Rect column) {
    return new Rect(column.x(), column.y(), column.width(), HEAD * scale);
  }

  /** The line of a key, over the whole width. */
  Rect line(int index) {
    double height = line(stacked) * scale;
    return new Rect(rect.x(), label.y() + HEAD * scale + index * height, rect.width(), height);
  }

  /** Below the last key. */
  double foot() {
    return label.bottom();
  }

  /** The line of a feature of the output. */
  Rect output(int feature, boolean more) {
    double above = foot() + ((more ? line(stacked) : 0) + RULE) * scale;
    double height = OUTPUT * scale;
    return new Rect(rect.x(), above + feature * height, rect.width(), height);
  }

  /** Between the last key and the output. */
  double rule(boolean more) {
    return output(0, more).y() - RULE * scale / 2;
  }

  Type number() {
    return number(scale);
  }

  private static Type number(double scale) {
    return Type.ui(12.5 * scale);
  }

  Type name() {
    return name(scale);
  }

  private static Type name(double scale) {
    return number(scale).weight(Type.Weight.SEMIBOLD);
  }

  Type small() {
    return Type.ui(11 * scale);
  }

  /** Where the bars of a line begin and the last ends. */
  Rect across(Rect line) {
    double left = bars.getFirst().rect().x();
    return new Rect(left, line.y(), bars.getLast().rect().right() - left, line.height());
  }
}
