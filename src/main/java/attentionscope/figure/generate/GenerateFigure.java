package attentionscope.figure.generate;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Trace;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Writing;
import java.util.Locale;
import java.util.Optional;

/**
 * What comes next, stage by stage; how chance chose; and what the newest token looks at.
 *
 * @param trace a run of a model that writes
 * @param outlook what comes next in it
 * @param writing how it is chosen, and which head is watched
 * @param look how weights are coloured
 * @param pointing what is selected
 */
@BuildsKeys("figure.generate.ended.")
public record GenerateFigure(
    Trace trace, Outlook outlook, Writing writing, MatrixLook look, Pointing pointing) {

  private static final double SIDE = 22;
  private static final double TOP = 8;
  private static final double BETWEEN = 16;
  private static final double WIDE = 760;
  private static final double MOST_BELOW = 0.4;
  private static final double LEAST_BELOW = 130;
  private static final double ENDED = 26;
  private static final Type NOTICE = Type.ui(13).weight(Type.Weight.SEMIBOLD);

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room =
        new Rect(SIDE, TOP, frame.width() - 2 * SIDE, Math.max(0, frame.height() - 2 * TOP));
    Rect rest = ended(drawing, room);
    Optional<Watched> watched = Watched.of(trace, writing.watched());
    if (watched.isEmpty()) {
      choice(drawing, rest);
      return drawing.figure();
    }
    Watching below = new Watching(drawing, trace, watched.get(), scale(), pointing);
    boolean beside = rest.width() >= WIDE && StageTable.stages(outlook).size() <= 2;
    if (beside) {
      double left = Math.floor((rest.width() - 2 * BETWEEN) * 0.5);
      choice(drawing, new Rect(rest.x(), rest.y(), left, rest.height()));
      below.draw(
          new Rect(
              rest.x() + left + 2 * BETWEEN,
              rest.y(),
              rest.width() - left - 2 * BETWEEN,
              rest.height()));
    } else {
      double high =
          Math.min(below.wants(rest.width()), Math.max(LEAST_BELOW, rest.height() * MOST_BELOW));
      choice(drawing, new Rect(rest.x(), rest.y(), rest.width(), rest.height() - high - BETWEEN));
      below.draw(new Rect(rest.x(), rest.bottom() - high, rest.width(), high));
    }
    return drawing.figure();
  }

  /** Says why nothing can follow, where that is so; answers what room is left. */
  private Rect ended(Drawing drawing, Rect room) {
    if (outlook.ended().isEmpty()) {
      return room;
    }
    String key = outlook.ended().get().name().toLowerCase(Locale.ROOT);
    String says = drawing.frame().text("figure.generate.ended." + key, outlook.length());
    String shown = drawing.measure().shortened(says, NOTICE, room.width());
    drawing.text(room.x(), room.y() + 13, shown, NOTICE, Ink.ACCENT, Align.START);
    drawing.say(says);
    return new Rect(room.x(), room.y() + ENDED, room.width(), room.height() - ENDED);
  }

  private void choice(Drawing drawing, Rect room) {
    boolean drawn = outlook.next().drawn().isPresent() && outlook.ended().isEmpty();
    double line = drawn ? DrawnLine.HEIGHT : 0;
    Rect table = new Rect(room.x(), room.y(), room.width(), room.height() - line);
    double used = new StageTable(drawing, outlook, writing, pointing).draw(table);
    if (drawn) {
      new DrawnLine(drawing, outlook, writing)
          .draw(new Rect(room.x(), room.y() + used + 4, room.width(), line));
    }
  }

  /** One scale for the newest row of every head. */
  private ColorScale scale() {
    double largest = 0;
    for (AttentionSite site : Watched.sites(trace)) {
      for (Watched one : Watched.all(trace, site)) {
        largest = Math.max(largest, one.weight(one.most()));
      }
    }
    return new ColorScale(look.weights(), largest > 0 ? largest : 1, look.curve());
  }

  /** Says that a model does not write. */
  public static Figure nothing(Frame frame, String model) {
    Drawing drawing = new Drawing(frame);
    Type type = Type.ui(14);
    String says = frame.text("figure.generate.nothing", model);
    double y = TOP + 20;
    for (String line : Wrap.lines(says, type, frame.width() - 2 * SIDE, frame.measure())) {
      drawing.text(SIDE, y, line, type, Ink.SOFT, Align.START);
      y += 22;
    }
    drawing.say(says);
    return drawing.figure();
  }
}
