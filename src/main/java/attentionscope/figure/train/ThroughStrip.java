package attentionscope.figure.train;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Type;
import attentionscope.figure.heads.HeadMiniature;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.language.Numbers;
import attentionscope.workspace.laboratory.Sight.Through;
import java.util.List;

/**
 * One head at several moments of its training, from the beginning on. A press goes there.
 *
 * @param at the step that is looked at
 */
record ThroughStrip(List<Through> moments, int at, ColorScale scale, MatrixLook look) {

  static final double STEP = 17;

  private static final double GAP = 10;
  private static final Type PLAIN = Type.ui(11);
  private static final Type STRONG = Type.ui(11).weight(Type.Weight.SEMIBOLD);

  /** Draws it; answers how far down it reaches. */
  double draw(Drawing drawing, Rect room, int places) {
    double width = Math.min((room.width() + GAP) / places - GAP, room.height() - STEP);
    for (int i = 0; i < moments.size(); i++) {
      Through moment = moments.get(i);
      Rect place = new Rect(room.x() + i * (width + GAP), room.y(), width, width);
      Rect middle = HeadMiniature.grid(moment.weights(), place, look);
      Rect grid = middle.moved(place.x() - middle.x(), place.y() - middle.y());
      HeadMiniature.draw(drawing, moment.weights(), grid, scale, look);
      boolean here = isHere(i);
      if (here) {
        drawing.outline(grid.inset(-2), 3, Stroke.of(Ink.ACCENT, 2));
      }
      String step = Numbers.grouped(moment.step());
      drawing.text(
          grid.x(),
          place.bottom() + 13,
          step,
          here ? STRONG : PLAIN,
          here ? Ink.ACCENT : Ink.SOFT,
          Align.START);
      String says = drawing.frame().text("figure.train.go", step);
      drawing.hit(
          new Rect(place.x(), place.y(), width, width + STEP), Steps.target(moment.step()), says);
    }
    return room.y() + width + STEP;
  }

  /** The last of those up to the step that is looked at. */
  private boolean isHere(int index) {
    return moments.get(index).step() <= at
        && (index + 1 == moments.size() || moments.get(index + 1).step() > at);
  }
}
