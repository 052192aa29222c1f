package attentionscope.figure.generate;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Type;
import attentionscope.figure.Wrap;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.BuildsKeys;
import attentionscope.trace.Trace;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Search;
import attentionscope.workspace.Writing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What comes next, stage by stage; how chance chose; and what the newest token looks at.
 *
 * @param outlook what comes next in it
 * @param writing how it is chosen, and which head is watched
 * @param look how weights are coloured
 * @param pointing what is selected
 */
@BuildsKeys("figure.generate.ended.")
public record GenerateFigure(Outlook outlook, Writing writing, MatrixLook look, Pointing pointing) {

  private static final double SIDE = 22;
  private static final double TOP = 8;
  private static final double BETWEEN = 16;
  private static final double WIDE = 760;
  private static final double MOST_BELOW = 0.4;
  private static final double LEAST_BELOW = 130;
  private static final double ENDED = 26;
  private static final double MOST_TREE = 0.6;
  private static final double MOST_UNDER = 240;
  private static final Type NOTICE = Type.ui(13).weight(Type.Weight.SEMIBOLD);

  private Trace trace() {
    return outlook.newest();
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room =
        new Rect(SIDE, TOP, frame.width() - 2 * SIDE, Math.max(0, frame.height() - 2 * TOP));
    Rect rest = ended(drawing, room);
    Optional<Lower> lower = lower(drawing);
    if (outlook.search().isPresent()) {
      search(drawing, rest, outlook.search().get(), lower);
      return drawing.figure();
    }
    if (lower.isEmpty()) {
      choice(drawing, rest);
      return drawing.figure();
    }
    Lower below = lower.get();
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

  private Optional<Lower> lower(Drawing drawing) {
    return writing.below() == Writing.Below.CACHE
        ? Optional.of(new CachePanel(drawing, outlook, writing))
        : Watched.of(trace(), writing.watched())
            .map(watched -> new Watching(drawing, outlook, watched, scale(), pointing));
  }

  /** The tree, and below it what the prefix that is read would go on with and looks at. */
  private void search(Drawing drawing, Rect room, Search search, Optional<Lower> lower) {
    BeamTree tree = new BeamTree(drawing, outlook, search, writing);
    double high =
        Math.min(tree.wants(), Math.max(room.height() * MOST_TREE, room.height() - MOST_UNDER));
    tree.draw(new Rect(room.x(), room.y(), room.width(), high));
    double top = room.y() + high + BETWEEN;
    double under = room.bottom() - top;
    double left = Math.floor((room.width() - 2 * BETWEEN) * (lower.isPresent() ? 0.42 : 1));
    choice(drawing, new Rect(room.x(), top, left, under));
    double x = room.x() + left + 2 * BETWEEN;
    lower.ifPresent(below -> below.draw(new Rect(x, top, room.right() - x, under)));
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
    for (AttentionSite site : Watched.sites(trace())) {
      for (Watched one : Watched.all(trace(), site)) {
        largest = Math.max(largest, one.weight(one.most()));
      }
    }
    return new ColorScale(look.weights(), largest > 0 ? largest : 1, look.curve());
  }

  /** What would have been written up to a hypothesis that was pressed. */
  public static Optional<List<Integer>> written(Search search, Target.Control control) {
    if (control.id().equals(BeamTree.PROMPT)) {
      return Optional.of(search.before());
    }
    return control.id().startsWith(BeamTree.CONTROL)
        ? Optional.of(
            search.written(Integer.parseInt(control.id().substring(BeamTree.CONTROL.length()))))
        : Optional.empty();
  }

  /** Says why a model does not write. */
  public static Figure nothing(Frame frame, String says) {
    Drawing drawing = new Drawing(frame);
    Type type = Type.ui(14);
    double y = TOP + 20;
    for (String line : Wrap.lines(says, type, frame.width() - 2 * SIDE, frame.measure())) {
      drawing.text(SIDE, y, line, type, Ink.SOFT, Align.START);
      y += 22;
    }
    drawing.say(says);
    return drawing.figure();
  }
}
