package attentionscope.figure.shapes;

import attentionscope.figure.Arrow.Point;
import attentionscope.figure.Rect;
import java.util.List;

/**
 * Three lanes, and two rows below them whose captions stand below, so that connectors come in from
 * above. Queries and keys pass on the right, values on the left.
 *
 * <pre>
 *        W_Q = Q → cards → Q_h ──╮
 *    X ─ W_K = K → cards → K_h ─╮│
 *   ╭─── W_V = V → cards → V_h  ││
 *   │ ╭╭────────────────────────╯╯
 *   │ scores → scaled → masked → weights ╮
 *   │  ╭─────────────────────────────────╯
 *   ╰→ head → concat × W_O = output
 * </pre>
 */
final class NarrowLayout extends Placer {

  private static final double LEFT = 14;
  private static final double RIGHT = 24;
  private static final double LARGEST = 104;
  private static final double SMALLEST = 14;
  private static final double BETWEEN = 8;
  private static final double UPPER = 30; // the channel between lanes and chain
  private static final double LOWER = 18; // between chain and end

  private static final double LABELS = 21;
  private static final double TIGHTEST = 0.85; // what gaps of the lanes may shrink to

  private final Rect room;

  /** The scales of the three parts. */
  private record Scales(double front, double chain, double end) {}

  NarrowLayout(Sizing sizing, Rect room) {
    super(sizing);
    this.room = room;
  }

  ShapesLayout layout(Rect facts, Rect card) {
    double found =
        Sizing.largest(LARGEST, SMALLEST, scale -> fits(new Scales(scale, scale, scale)));
    double front = Math.max(SMALLEST, found);
    // rows may be larger than lanes, which there are three of
    double rows =
        Sizing.largest(
            LARGEST,
            front,
            tried ->
                fits(
                    new Scales(front, Math.min(tried, 1.6 * front), Math.min(tried, 1.2 * front))));
    double most = Math.max(front, rows);
    place(new Scales(front, Math.min(most, 1.6 * front), Math.min(most, 1.2 * front)));
    return new ShapesLayout(boxes, links, signs, facts, card, found);
  }

  private boolean fits(Scales scales) {
    return frontWidth(scales.front()) <= width()
        && sizing.row(sizing.chain(), scales.chain()) <= width()
        && sizing.row(sizing.end(), scales.end()) <= width()
        && height(scales) <= room.height();
  }

  private double height(Scales scales) {
    return 3 * lane(scales.front())
        + UPPER
        + chainHeight(scales.chain())
        + LOWER
        + sizing.highest(sizing.end(), scales.end())
        + 2 * sizing.rowCaption();
  }

  private double width() {
    return room.width() - LEFT - RIGHT;
  }

  /** Boxes, above their middle at least the labels over the arrows between them. */
  private double chainHeight(double scale) {
    double highest = sizing.highest(sizing.chain(), scale);
    return Math.max(LABELS, highest / 2) + highest / 2;
  }

  private double lane(double scale) {
    double highest =
        sizing.columns().stream()
            .mapToDouble(column -> sizing.highest(column, scale))
            .max()
            .orElse(0);
    return sizing.frontCaption() + highest + BETWEEN;
  }

  private double frontWidth(double scale) {
    return columns(scale) + TIGHTEST * gaps();
  }

  private double columns(double scale) {
    return sizing.columns().stream().mapToDouble(column -> sizing.column(column, scale)).sum();
  }

  private double gaps() {
    return sizing.columns().stream()
        .skip(1)
        .mapToDouble(column -> Sizing.gapBefore(column.getFirst()))
        .sum();
  }

  private void place(Scales scales) {
    double chainHeight = chainHeight(scales.chain());
    double endHeight = sizing.highest(sizing.end(), scales.end());
    double lane = lane(scales.front());
    double spare = Math.max(0, room.height() - height(scales));
    double air = Math.min(spare / 6, 16);
    double top = room.y() + Math.max(0, (spare - 6 * air) / 2);
    double first = top + sizing.frontCaption() + (lane - sizing.frontCaption() - BETWEEN) / 2;
    double stretch =
        gaps() == 0 ? 1 : Math.clamp((width() - columns(scales.front())) / gaps(), TIGHTEST, 1.6);
    double used = columns(scales.front()) + gaps() * stretch;
    double x = room.x() + LEFT + Math.max(0, (width() - used) / 2);
    front(x, middles(first, lane + air), scales.front(), stretch);
    double lanes = top + 3 * lane + 2 * air - BETWEEN;
    double chainTop = lanes + UPPER + air;
    row(
        sizing.chain(),
        x,
        chainTop + chainHeight - sizing.highest(sizing.chain(), scales.chain()) / 2,
        scales.chain(),
        stretch(sizing.chain(), scales.chain()),
        true);
    double endTop = chainTop + chainHeight + sizing.rowCaption() + LOWER + air;
    row(
        sizing.end(),
        x,
        endTop + endHeight / 2,
        scales.end(),
        stretch(sizing.end(), scales.end()),
        true);
    chainLinks();
    endLinks();
    headLinks(lanes, lanes + UPPER + air, chainTop + chainHeight + sizing.rowCaption(), endTop);
  }

  /** Rows are as wide as the lanes where they can be. */
  private double stretch(List<Part> parts, double scale) {
    double boxes = parts.stream().mapToDouble(part -> sizing.column(List.of(part), scale)).sum();
    double gaps = sizing.row(parts, scale) - boxes;
    return gaps == 0 ? 1 : Math.clamp((width() - boxes) / gaps, 1, 1.6);
  }

  private void headLinks(double lanes, double chainTop, double chainBottom, double endTop) {
    Rect v = room(Part.HEAD_VALUES);
    Rect scores = room(Part.SCORES);
    Rect weights = room(Part.WEIGHTS);
    Rect output = room(Part.HEAD_OUTPUT);
    double right =
        List.of(Lane.values()).stream()
            .mapToDouble(lane -> box(lane.head()).all().right())
            .max()
            .orElseThrow();
    double step = (chainTop - lanes) / 4;
    down(Part.HEAD_KEYS, right + 8, lanes + 2 * step, scores.x() + scores.width() * 0.3);
    down(Part.HEAD_QUERIES, right + 17, lanes + 3 * step, scores.x() + scores.width() * 0.7);
    double left = Math.min(box(Part.SCORES).all().x(), output.x()) - 12;
    link(
        Part.HEAD_VALUES,
        Part.HEAD_OUTPUT,
        new Point(v.centerX(), v.bottom() + Sizing.AWAY),
        new Point(v.centerX(), lanes + step),
        new Point(left, lanes + step),
        new Point(left, output.centerY()),
        new Point(output.x() - Sizing.AWAY, output.centerY()));
    double channel = (chainBottom + endTop) / 2;
    double turn = Math.max(weights.right(), box(Part.WEIGHTS).caption().right()) + 10;
    link(
        Part.WEIGHTS,
        Part.HEAD_OUTPUT,
        new Point(weights.right() + Sizing.AWAY, weights.centerY()),
        new Point(turn, weights.centerY()),
        new Point(turn, channel),
        new Point(output.centerX(), channel),
        new Point(output.centerX(), output.y() - Sizing.AWAY));
  }

  /** Out to the right, down, and back to the left onto the scores. */
  private void down(Part from, double gutter, double channel, double x) {
    Rect box = box(from).rect();
    Rect scores = room(Part.SCORES);
    link(
        from,
        Part.SCORES,
        new Point(box.right() + Sizing.AWAY, box.centerY()),
        new Point(gutter, box.centerY()),
        new Point(gutter, channel),
        new Point(x, channel),
        new Point(x, scores.y() - Sizing.AWAY));
  }
}
