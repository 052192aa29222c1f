package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.language.Texts;
import attentionscope.workspace.PanelKind;
import java.util.List;

/** One figure of the positions view, with its title and a caption. */
public final class PositionPanel {

  private static final double PAD = 14;
  private static final Type TITLE = Type.ui(15).weight(Type.Weight.SEMIBOLD);
  private static final double TITLE_LINE = 22;
  private static final Type CAPTION = Type.ui(12.5);
  private static final double CAPTION_LINE = 18;
  private static final double AIR = 10;

  private final PanelKind kind;
  private final int share;
  private final Body body;

  PositionPanel(PanelKind kind, Body body) {
    this(kind, share(kind), body);
  }

  PositionPanel(PanelKind kind, int share, Body body) {
    this.kind = kind;
    this.share = share;
    this.body = body;
  }

  public PanelKind kind() {
    return kind;
  }

  /** How many thirds of the width it takes where there is room. */
  int share() {
    return share;
  }

  /** How narrow it may become beside others, in pixels. */
  double least() {
    return switch (share(kind)) {
      case 1 -> 260;
      case 2 -> 400;
      default -> 420;
    };
  }

  private static int share(PanelKind kind) {
    return switch (kind) {
      case DOTS, SIMILARITY, WAVELENGTHS, TABLE, SHUFFLE -> 1;
      case CODE, WAVES, ROTATION, BUCKETS, DISTANCES, TESTS -> 2;
      case TURNING, CLOCKS, HEADS, SENTENCE -> 3;
    };
  }

  public String title(Texts texts) {
    return body.title(texts);
  }

  /**
   * How tall it is best, in a width.
   *
   * @param frame of this width; its height does not matter
   */
  public double height(Frame frame) {
    double width = frame.width() - 2 * PAD;
    return Math.ceil(2 * PAD + head(frame, width) + body.height(width, frame));
  }

  /** Draws it; it fills the frame and leaves it nowhere. */
  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room = new Rect(0, 0, frame.width(), frame.height()).inset(PAD);
    String title = body.title(frame.texts());
    drawing.say(title);
    drawing.say(body.caption(frame.texts()));
    double y = room.y() + drawing.measure().capHeight(TITLE) + 3;
    drawing.text(
        room.x(),
        y,
        drawing.measure().shortened(title, TITLE, room.width()),
        TITLE,
        Ink.TEXT,
        Align.START);
    double base = room.y() + TITLE_LINE + drawing.measure().capHeight(CAPTION) + 4;
    for (String line : caption(frame, room.width())) {
      drawing.text(room.x(), base, line, CAPTION, Ink.SOFT, Align.START);
      base += CAPTION_LINE;
    }
    double head = head(frame, room.width());
    body.draw(drawing, new Rect(room.x(), room.y() + head, room.width(), room.height() - head));
    return drawing.figure();
  }

  private double head(Frame frame, double width) {
    return TITLE_LINE + caption(frame, width).size() * CAPTION_LINE + AIR;
  }

  private List<String> caption(Frame frame, double width) {
    return Wrap.lines(body.caption(frame.texts()), CAPTION, width, frame.measure());
  }
}
