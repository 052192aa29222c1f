package attentionscope.figure.generate;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;
import attentionscope.model.generation.NextToken;
import attentionscope.model.generation.Stage;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Optional;

/**
 * How chance chose: the shares of all tokens laid end to end in the order of their ids, and where
 * the number that was drawn falls.
 */
record DrawnLine(Drawing drawing, Outlook outlook, Writing writing) {

  static final double HEIGHT = 53;
  private static final double BAR = 18;
  private static final Type TEXT = Type.ui(12);
  private static final Type SMALL = Type.ui(10.5);

  /** What was drawn, where anything was. */
  void draw(Rect room) {
    NextToken next = outlook.next();
    if (next.drawn().isEmpty()) {
      return;
    }
    double drawn = next.drawn().getAsDouble();
    Stage last = next.last();
    double from = last.from(next.token());
    String says =
        drawing
            .frame()
            .text(
                "figure.generate.drawn",
                Numbers.whole(writing.seed()),
                writing.shown(),
                Numbers.fixed(drawn, 4),
                Numbers.fixed(from, 3),
                Numbers.fixed(from + last.share(next.token()), 3),
                outlook.label(next.token()));
    String shown = drawing.measure().shortened(says, TEXT, room.width());
    drawing.text(room.x(), room.y() + 14, shown, TEXT, Ink.SOFT, Align.START);
    drawing.say(says);
    Rect bar = new Rect(room.x(), room.y() + 28, room.width(), BAR);
    segments(bar, last, next.token());
    marker(bar, bar.x() + drawn * bar.width());
  }

  private void segments(Rect bar, Stage last, int chosen) {
    drawing.fill(bar, 3, Tint.of(Ink.SURFACE));
    double from = 0;
    for (int token = 0; token < last.size(); token++) {
      double share = last.share(token);
      Rect part =
          new Rect(bar.x() + from * bar.width(), bar.y(), share * bar.width(), bar.height());
      from += share;
      if (token == chosen) {
        drawing.fill(part, 2, Tint.of(Ink.ACCENT));
      }
      if (part.width() < 2 && token != chosen) {
        continue;
      }
      drawing.line(part.right(), bar.y(), part.right(), bar.bottom(), Stroke.of(Ink.LINE, 1));
      String name = TokenNames.shown(outlook.label(token));
      if (drawing.measure().width(name, SMALL) + 6 <= part.width()) {
        drawing.centred(part, name, SMALL, Tint.of(token == chosen ? Ink.ON_ACCENT : Ink.SOFT));
      }
    }
    drawing.outline(bar, 3, Stroke.of(Ink.LINE, 1));
  }

  /** A small triangle above the bar that points at the number. */
  private void marker(Rect bar, double x) {
    drawing.add(
        new Mark.Path(
            List.of(
                new Mark.Piece.Move(x, bar.y() + 1),
                new Mark.Piece.Straight(x - 5, bar.y() - 7),
                new Mark.Piece.Straight(x + 5, bar.y() - 7),
                new Mark.Piece.Close()),
            Optional.of(Tint.of(Ink.TEXT)),
            Optional.empty()));
  }
}
