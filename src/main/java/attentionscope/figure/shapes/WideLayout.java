package attentionscope.figure.shapes;

import attentionscope.figure.Arrow.Point;
import attentionscope.figure.Rect;
import java.util.List;

/**
 * All in one sweep, with captions above.
 *
 * <pre>
 *       W_Q = Q → cards → Q_h ─╮
 *   X ─ W_K = K → cards → K_h ─┴→ scores → scaled → masked → weights ─╮
 *       W_V = V → cards → V_h ──→ head → concat × W_O = output  ←─────╯
 * </pre>
 */
final class WideLayout extends Placer {

  private static final double TO_HEAD = 48;
  private static final double LARGEST = 104;
  private static final double SMALLEST = 14;
  private static final double BETWEEN = 12;
  private static final double CHANNEL = 18;

  private final Rect room;
  private final double pitch;

  WideLayout(Sizing sizing, Rect room) {
    super(sizing);
    this.room = room;
    pitch = room.height() / 3;
  }

  ShapesLayout layout(Rect facts, Rect card) {
    double found = Sizing.largest(LARGEST, SMALLEST, this::fits);
    double scale = Math.max(SMALLEST, found);
    place(scale, most(sizing.chain(), scale, scale * 1.4), most(sizing.end(), scale, scale));
    return new ShapesLayout(boxes, links, signs, facts, card, found);
  }

  private boolean fits(double scale) {
    double width = room.width() - frontWidth(scale) - TO_HEAD;
    return lane(scale) <= pitch
        && sizing.row(sizing.chain(), scale) <= width
        && sizing.row(sizing.end(), scale) <= width;
  }

  /** The height of a lane. */
  private double lane(double scale) {
    double highest =
        sizing.columns().stream()
            .mapToDouble(column -> sizing.highest(column, scale))
            .max()
            .orElse(0);
    return sizing.frontCaption() + highest + BETWEEN;
  }

  private double frontWidth(double scale) {
    double width = 0;
    List<List<Part>> columns = sizing.columns();
    for (int i = 0; i < columns.size(); i++) {
      width += sizing.column(columns.get(i), scale);
      width += i == 0 ? 0 : Sizing.gapBefore(columns.get(i).getFirst());
    }
    return width;
  }

  /** How large the boxes of a row may be beside a front of a scale. */
  private double most(List<Part> row, double scale, double limit) {
    double width = room.width() - frontWidth(scale) - TO_HEAD;
    double found =
        Sizing.largest(
            Math.min(LARGEST, limit),
            scale,
            tried ->
                sizing.row(row, tried) <= width
                    && sizing.highest(row, tried) + sizing.rowCaption() + CHANNEL <= pitch * 1.3);
    return Math.max(scale, found);
  }

  private void place(double scale, double chainScale, double endScale) {
    double used = Math.min(pitch, lane(scale) + 40);
    double top = room.y() + (room.height() - 3 * used) / 2;
    double first = top + used / 2 + sizing.frontCaption() / 2;
    double front = frontWidth(scale);
    List<Part> chain = sizing.chain();
    List<Part> end = sizing.end();
    double right = Math.max(sizing.row(chain, chainScale), sizing.row(end, endScale));
    double spare = Math.max(0, room.width() - front - TO_HEAD - right);
    double before = Math.min(spare * 0.4, 40);
    double x = room.x() + Math.max(0, (spare - before) / 2);
    front(x, middles(first, used), scale, 1);
    double start = x + front + TO_HEAD + before;
    row(chain, start, first + used / 2, chainScale, 1, false);
    row(end, start, first + 2 * used, endScale, 1, false);
    chainLinks();
    endLinks();
    headLinks();
  }

  private void headLinks() {
    Rect scores = room(Part.SCORES);
    Rect output = room(Part.HEAD_OUTPUT);
    double third = Math.min(scores.height() / 4, 12);
    into(Part.HEAD_QUERIES, Part.SCORES, scores.centerY() - third);
    into(Part.HEAD_KEYS, Part.SCORES, scores.centerY() + third);
    double quarter = Math.min(output.height() / 4, 10);
    into(Part.HEAD_VALUES, Part.HEAD_OUTPUT, output.centerY() + quarter);
    Rect weights = room(Part.WEIGHTS);
    double channel = (highestCaption(sizing.end()) + lowest(sizing.chain())) / 2;
    double x = output.x() - 18;
    double y = output.centerY() - quarter;
    link(
        Part.WEIGHTS,
        Part.HEAD_OUTPUT,
        new Point(weights.centerX(), weights.bottom() + Sizing.AWAY),
        new Point(weights.centerX(), channel),
        new Point(x, channel),
        new Point(x, y),
        new Point(output.x() - Sizing.AWAY, y));
  }

  private double highestCaption(List<Part> parts) {
    return parts.stream().mapToDouble(part -> box(part).caption().y()).min().orElse(0);
  }

  private double lowest(List<Part> parts) {
    return parts.stream().mapToDouble(part -> room(part).bottom()).max().orElse(0);
  }

  private void into(Part from, Part to, double y) {
    link(
        from,
        to,
        new Point(box(from).rect().right() + Sizing.AWAY, room(from).centerY()),
        new Point(room(to).x() - Sizing.AWAY, y));
  }
}
