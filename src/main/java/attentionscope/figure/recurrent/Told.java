package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Wrap;

/** A few lines of text in the place of something that is not there. */
final class Told {

  private static final double LINE = 18;

  private Told() {}

  static void draw(Drawing drawing, Rect room, String key, Object... args) {
    String says = drawing.frame().text(key, args);
    double y = room.y() + 14;
    for (String line : Wrap.lines(says, Style.WORD, room.width(), drawing.measure())) {
      drawing.text(room.x(), y, line, Style.WORD, Ink.SOFT, Align.START);
      y += LINE;
    }
    drawing.say(says);
  }
}
