package attentionscope.figure.model;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.MatrixNames;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matrices by their names, one beside the other; each opens when it is pressed. */
final class Chips {

  static final double HEIGHT = 20;
  private static final double GAP = 5;
  private static final double PADDING = 6;
  private static final Type NAME = Type.mono(10.5);

  /** More would hide the picture; all are in the search for everything. */
  private static final int MOST = 30;

  private final List<Node> nodes;
  private final String prefix;
  private final TextMeasure measure;

  /**
   * @param prefix what all ids begin with, which is not said again
   */
  Chips(List<Node> nodes, TensorId prefix, TextMeasure measure) {
    this.nodes = nodes.subList(0, Math.min(nodes.size(), MOST));
    this.prefix = prefix.path() + ".";
    this.measure = measure;
  }

  private String name(Node node) {
    String path = node.id().path();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  private List<Rect> places(double x, double y, double width) {
    List<Rect> places = new ArrayList<>();
    double left = x;
    double top = y;
    for (Node node : nodes) {
      double wide = Math.min(width, measure.width(name(node), NAME) + 2 * PADDING);
      if (left > x && left + wide > x + width) {
        left = x;
        top += HEIGHT + GAP;
      }
      places.add(new Rect(left, top, wide, HEIGHT));
      left += wide + GAP;
    }
    return places;
  }

  /** How high they are in a width. */
  double height(double width) {
    List<Rect> places = places(0, 0, width);
    return places.isEmpty() ? 0 : places.getLast().bottom();
  }

  void draw(Drawing drawing, double x, double y, double width, Optional<TensorId> focus) {
    List<Rect> places = places(x, y, width);
    for (int i = 0; i < places.size(); i++) {
      Node node = nodes.get(i);
      Rect place = places.get(i);
      boolean open = focus.equals(Optional.of(node.id()));
      boolean learned = ModelParts.isParameter(node);
      drawing.fill(place, 5, Tint.of(open ? Ink.ACCENT_SOFT : Ink.RAISED));
      if (open) {
        drawing.outline(place, 5, Stroke.of(Ink.ACCENT, 1));
      }
      String shown = measure.shortened(name(node), NAME, place.width() - 2 * PADDING + 0.5);
      double base = measure.baselineIn(place, NAME);
      Ink ink = open ? Ink.ACCENT : learned ? Ink.TEXT : Ink.SOFT;
      drawing.text(place.x() + PADDING, base, shown, NAME, ink, Align.START);
      drawing.hit(
          place,
          new Target.Area(Region.all(node.id())),
          node.id() + " · " + MatrixNames.shape(node));
    }
  }
}
