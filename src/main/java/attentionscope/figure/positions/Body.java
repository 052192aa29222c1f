package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.language.Texts;

/** What one figure shows below its title and its caption. */
interface Body {

  String title(Texts texts);

  /** One or two sentences that name both axes. */
  String caption(Texts texts);

  /**
   * How tall it is best.
   *
   * @param width how wide it is
   */
  double height(double width, Frame frame);

  /** Draws it; nothing leaves the room. */
  void draw(Drawing drawing, Rect room);
}
