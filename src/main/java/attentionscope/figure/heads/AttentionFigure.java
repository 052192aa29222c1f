package attentionscope.figure.heads;

import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Rect;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.HeatmapFigure;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.BuildsKeys;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import java.util.List;

/**
 * A matrix of one head, large, with all heads of the run beside it.
 *
 * @param trace the run
 * @param node the matrix that is open: the weights of a head as a rule, or its scores
 * @param look how matrices are drawn
 * @param pointing what is selected, hovered over and spoken of
 */
@BuildsKeys("figure.heads.")
public record AttentionFigure(Trace trace, Node node, MatrixLook look, Pointing pointing) {

  private static final double MARGIN = 8;
  private static final double BETWEEN = 14;
  private static final double WIDE = 1.45;

  /** Below that a head shows too little. */
  private static final double SMALL = 16;

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room = new Rect(0, 0, frame.width(), frame.height()).inset(MARGIN);
    HeadStrip strip = HeadStrip.of(trace, node.id(), look);
    HeatmapFigure heatmap =
        new HeatmapFigure(node, look, scale(strip.groups()), pointing, title(strip, frame.texts()));
    if (!strip.worthShowing()) {
      heatmap.drawIn(drawing, room);
    } else if (beside(strip, frame, room)) {
      Rect right = right(room);
      double width = right.width();
      heatmap.drawIn(
          drawing, new Rect(room.x(), room.y(), room.width() - width - 3 * BETWEEN, room.height()));
      strip.draw(drawing, right);
    } else {
      Rect most = new Rect(room.x(), 0, room.width(), room.height() * 0.36);
      double height = strip.height(most);
      Rect top = new Rect(room.x(), room.y(), room.width(), room.height() - height - BETWEEN);
      heatmap.drawIn(drawing, top);
      strip.draw(drawing, new Rect(room.x(), top.bottom() + BETWEEN, room.width(), most.height()));
    }
    return drawing.figure();
  }

  private static Rect right(Rect room) {
    double width = room.width() * 0.4;
    return new Rect(room.right() - width, room.y(), width, room.height());
  }

  /** Many layers find no room below a heatmap. */
  private static boolean beside(HeadStrip strip, Frame frame, Rect room) {
    double below = strip.size(new Rect(room.x(), 0, room.width(), room.height() * 0.36));
    return frame.width() > WIDE * frame.height()
        || (below < SMALL && strip.size(right(room)) > below);
  }

  private ColorScale scale(List<HeadGroup> groups) {
    if (look.oneScale() && node.id().leaf().equals("weights")) {
      for (HeadGroup group : groups) {
        if (group.holds(node.id())) {
          return ColorScale.of(group.weights(trace), look);
        }
      }
    }
    return ColorScale.of(node, look);
  }

  /**
   * {@code Encoder self-attention, layer 0, head 2}, with numbers where there are any; scores say
   * that they are scores.
   */
  private String title(HeadStrip strip, Texts texts) {
    List<String> segments = node.id().segments();
    for (HeadGroup group : strip.groups()) {
      if (group.holds(node.id())) {
        String name = texts.get("figure.heads." + group.key());
        int at = segments.indexOf("head");
        String head =
            at < 0
                ? name
                : texts.get("figure.heads.one", name, segments.get(1), segments.get(at + 1));
        return node.id().leaf().equals("weights")
            ? head
            : texts.get("figure.heads.matrix", head, MatrixNames.of(node.id(), texts));
      }
    }
    return MatrixNames.of(node.id(), texts);
  }
}
