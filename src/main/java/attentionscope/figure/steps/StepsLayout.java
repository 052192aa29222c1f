package attentionscope.figure.steps;

import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.steps.Panel.Part;
import attentionscope.trace.Node;
import java.util.Map;
import java.util.Objects;

/**
 * Where everything stands. It depends on the head and the frame and not on the moment, so nothing
 * jumps while the calculation plays.
 *
 * <pre>
 *   in one row:  Q            V       in two rows:  Q → S ← K
 *                  ↘          ↓                         ↓
 *                    S → W →                        W → O ← V
 *                  ↗          O
 *                K
 * </pre>
 *
 * @param oneRow which of the two it is: the one whose cells come out larger
 * @param chips the row of stages
 * @param panels the matrices
 * @param card the calculation of the moment
 * @param beside whether the card's table stands beside its formula
 * @param rows how many lines the card's tables may have
 */
record StepsLayout(
    boolean oneRow, Rect chips, Map<Part, Panel> panels, Rect card, boolean beside, int rows) {

  private static final double MARGIN = 12;
  private static final double CHIPS = 28;
  private static final double WIDE = 620;
  private static final double SPACE = 12;

  /** More lines than these make no table clearer. */
  private static final int LONGEST_TABLE = 8;

  Panel panel(Part part) {
    return Objects.requireNonNull(panels.get(part));
  }

  static StepsLayout of(HeadNodes head, Frame frame) {
    boolean beside = frame.width() >= WIDE;
    double width = frame.width() - 2 * MARGIN;
    double fixed = beside ? Card.FIXED_BESIDE : Card.FIXED_BELOW;
    double most = frame.height() * (beside ? 0.36 : 0.42);
    int wanted = Math.clamp(head.keys(), 3, LONGEST_TABLE) + 2;
    int rows = Math.clamp((int) ((most - fixed) / Card.LINE), 4, wanted);
    double cardHeight = fixed + rows * Card.LINE;
    Rect chips = new Rect(MARGIN, 8, width, CHIPS);
    Rect card = new Rect(MARGIN, frame.height() - cardHeight - MARGIN, width, cardHeight);
    double top = chips.bottom() + SPACE;
    Rect room = new Rect(MARGIN, top, width, Math.max(60, card.y() - SPACE - top));
    PanelPlacer one = new PanelPlacer(head, frame, room, true);
    PanelPlacer two = new PanelPlacer(head, frame, room, false);
    boolean oneRow = one.cellSize() >= two.cellSize();
    return new StepsLayout(oneRow, chips, (oneRow ? one : two).place(), card, beside, rows);
  }

  /** The node whose size and axes a part has. */
  static Node node(HeadNodes head, Part part) {
    return switch (part) {
      case Q -> head.q();
      case K -> head.k();
      case SCORES -> head.scores();
      case WEIGHTS -> head.weights();
      case V -> head.v();
      case OUTPUT -> head.output();
    };
  }
}
