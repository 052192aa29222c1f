package attentionscope.figure.plane;

import attentionscope.figure.Rect;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.figure.steps.HeadNodes;
import attentionscope.figure.steps.Stage;
import attentionscope.trace.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
 */
record OutcomeColumns(
    Rect rect,
    List<Integer> keys,
    Rect label,
    List<Bars> bars,
    Rect value,
    int features,
    boolean stacked) {

  static final double TITLE = 26;
  static final double HEAD = 20;
  static final double RULE = 12;
  static final double OUTPUT = 38;
  static final Type NUMBER = Type.ui(12.5);
  static final Type NAME = Type.ui(12.5).weight(Type.Weight.SEMIBOLD);

  private static final double STACKED_LINE = 36;
  private static final double LINE = 25;
  private static final double STACKED_BELOW = 560;
  private static final double SPACE = 14;
  private static final int MOST_FEATURES = 3;
  private static final int MOST_KEYS = 6;

  /**
   * A column of bars.
   *
   * @param node the matrix whose row they show
   */
  record Bars(Node node, Rect rect) {}

  /** How much room it would like, at most. */
  static double height(HeadNodes head, double width) {
    return TITLE
        + HEAD
        + Math.min(head.keys(), MOST_KEYS) * line(width < STACKED_BELOW)
        + RULE
        + Math.min(head.dV(), MOST_FEATURES) * OUTPUT;
  }

  static OutcomeColumns of(HeadNodes head, int row, Rect rect, TextMeasure measure) {
    boolean stacked = rect.width() < STACKED_BELOW;
    int features = Math.min(head.dV(), MOST_FEATURES);
    double room = rect.height() - TITLE - HEAD - RULE - features * OUTPUT;
    List<Integer> keys = shown(head, row, Math.max(1, (int) (room / line(stacked))));
    double top = rect.y() + TITLE;
    double height = HEAD + keys.size() * line(stacked);
    double names =
        keys.stream()
            .mapToDouble(key -> measure.width(head.scores().columns().label(key), NAME))
            .max()
            .orElse(0);
    double labelWidth = Math.clamp(names + SPACE, 52, rect.width() * 0.3);
    double valueWidth = Math.min(rect.width() * 0.32, 58.0 * features);
    List<Node> nodes = new ArrayList<>(List.of(head.scores()));
    if (head.active(Stage.SCALE) || head.active(Stage.BIAS)) {
      nodes.add(beforeMask(head));
    }
    nodes.add(head.weights());
    double left = rect.x() + labelWidth;
    double wide = (rect.width() - labelWidth - valueWidth) / nodes.size();
    List<Bars> bars = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      bars.add(new Bars(nodes.get(i), new Rect(left + i * wide, top, wide - SPACE, height)));
    }
    Rect label = new Rect(rect.x(), top, labelWidth - SPACE / 2, height);
    Rect value = new Rect(rect.right() - valueWidth, top, valueWidth, height);
    return new OutcomeColumns(rect, keys, label, bars, value, features, stacked);
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

  /** The line of a key, over the whole width. */
  Rect line(int index) {
    double height = line(stacked);
    return new Rect(rect.x(), label.y() + HEAD + index * height, rect.width(), height);
  }

  /** Below the last key. */
  double foot() {
    return label.bottom();
  }

  /** The line of a feature of the output. */
  Rect output(int feature, boolean more) {
    double above = foot() + (more ? line(stacked) : 0) + RULE;
    return new Rect(rect.x(), above + feature * OUTPUT, rect.width(), OUTPUT);
  }

  /** Where the bars of a line begin and the last ends. */
  Rect across(Rect line) {
    double left = bars.getFirst().rect().x();
    return new Rect(left, line.y(), bars.getLast().rect().right() - left, line.height());
  }
}
