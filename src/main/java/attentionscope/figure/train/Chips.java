package attentionscope.figure.train;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;

/** Small words beside each other that can be pressed, as far as there is room. */
final class Chips {

  private static final double HEIGHT = 19;
  private static final double GAP = 4;
  private static final Type WORD = Type.ui(12);

  private final Drawing drawing;
  private final Rect room;
  private double x;

  Chips(Drawing drawing, double left, Rect room) {
    this.drawing = drawing;
    this.room = room;
    x = left;
  }

  /**
   * @param here whether one is there already
   */
  void draw(String word, boolean here, Target goal) {
    Rect chip = new Rect(x, room.y() + 1, drawing.measure().width(word, WORD) + 14, HEIGHT);
    if (chip.right() > room.right()) {
      return;
    }
    drawing.fill(chip, 6, Tint.of(here ? Ink.ACCENT_SOFT : Ink.RAISED));
    drawing.centred(chip, word, WORD, Tint.of(here ? Ink.ACCENT : Ink.SOFT));
    drawing.hit(chip, goal, word);
    x = chip.right() + GAP;
  }
}
