package attentionscope.figure.heads;

import attentionscope.analysis.AttentionSite;
import attentionscope.analysis.Masked;
import attentionscope.figure.Drawing;
import attentionscope.figure.Figure;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.figure.matrix.Legend;
import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.language.BuildsKeys;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.HeadsLook.Order;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All heads of one kind of attention: layers downwards and heads to the right, or ordered by a
 * measure. Each keeps its name, layer and number, wherever it stands.
 *
 * @param group the attentions
 * @param heads all heads of the group, measured
 * @param order how they are laid out
 * @param look how matrices are drawn
 * @param pointing what is looked at and spoken of
 */
@BuildsKeys({"figure.heads.by.", "figure.heads.units."})
public record HeadsFigure(
    HeadGroup group,
    List<MeasuredHead> heads,
    HeadsLook order,
    MatrixLook look,
    Pointing pointing) {

  private static final Type TITLE = Type.ui(14).weight(Type.Weight.SEMIBOLD);
  private static final Type SMALL = Type.ui(12);
  private static final Type AXES = Type.ui(11);
  private static final double HEADER = 26;
  private static final double MARGIN = 10;

  public HeadsFigure {
    heads = List.copyOf(heads);
  }

  public Figure draw(Frame frame) {
    Drawing drawing = new Drawing(frame);
    Rect room = new Rect(0, 0, frame.width(), frame.height()).inset(MARGIN);
    List<MeasuredHead> shown = shown();
    double high = Math.max(20, room.height() - HEADER - Legend.HEIGHT);
    Rect field = new Rect(room.x(), room.y() + HEADER, room.width(), high);
    ColorScale shared = ColorScale.of(heads.stream().map(MeasuredHead::weights).toList(), look);
    if (shown.isEmpty()) {
      header(drawing, room, shown, "");
      String none = frame.text(heads.isEmpty() ? "figure.heads.none" : "figure.heads.none-left");
      drawing.text(field.x(), field.y() + 20, none, SMALL, Ink.SOFT, Align.START);
      drawing.say(none);
    } else {
      HeadTiles tiles = HeadTiles.of(field, rows(), columns(shown));
      boolean bare = tiles.style() == HeadTiles.Style.BESIDE;
      header(drawing, room, shown, bare ? " · " + frame.text(units()) : "");
      HeadTile.Setting setting =
          new HeadTile.Setting(
              order, by(), look, shared, largestMeasure(), tiles.style(), pointing);
      for (int i = 0; i < shown.size(); i++) {
        MeasuredHead head = shown.get(i);
        Rect place =
            sorted()
                ? tiles.place(i / tiles.columns(), i % tiles.columns())
                : tiles.place(group.layers().indexOf(head.site()), head.number());
        new HeadTile(drawing, head, place, setting).draw();
      }
      foot(drawing, room, shared);
    }
    return drawing.figure();
  }

  /** What the colours mean, if that is the same for all, and what lies along the sides. */
  private void foot(Drawing drawing, Rect room, ColorScale shared) {
    double middle = room.bottom() - Legend.HEIGHT / 2 + 4;
    double x = room.x();
    if (order.oneScale()) {
      boolean masked = heads.stream().anyMatch(head -> Masked.any(head.weights()));
      x = Legend.draw(drawing, x, room, middle, shared, masked) + 24;
    }
    String key = look.transposed() ? "figure.heads.inside.transposed" : "figure.heads.inside";
    String axes = drawing.frame().text(key);
    double base = middle + drawing.measure().capHeight(AXES) / 2;
    String shown = drawing.measure().shortened(axes, AXES, room.right() - x);
    drawing.text(x, base, shown, AXES, Ink.SOFT, Align.START);
    drawing.say(axes);
  }

  /** By distance, or a weight on certain tokens, only where there is one. */
  private Order by() {
    return MeasuredHead.nearest(heads, order.order());
  }

  private boolean sorted() {
    return order.order() != Order.LAYER;
  }

  /** In a grid heads keep their places; in an order only those that stay are shown. */
  private List<MeasuredHead> shown() {
    if (!sorted()) {
      return heads;
    }
    return heads.stream()
        .filter(head -> HeadTile.stays(head, by(), order))
        .sorted(Comparator.comparingDouble(this::place))
        .toList();
  }

  /** The smaller, the earlier a head stands; those that are not measured come last. */
  private double place(MeasuredHead head) {
    OptionalDouble measure = head.measure(by());
    return measure.isEmpty()
        ? Double.MAX_VALUE
        : by().largestFirst() ? -measure.getAsDouble() : measure.getAsDouble();
  }

  private double largestMeasure() {
    return heads.stream().mapToDouble(head -> head.measure(by()).orElse(0)).max().orElse(0);
  }

  private int rows() {
    return sorted() ? 0 : group.layers().size();
  }

  private int columns(List<MeasuredHead> shown) {
    return sorted()
        ? shown.size()
        : group.layers().stream().mapToInt(AttentionSite::heads).max().orElse(1);
  }

  private void header(Drawing drawing, Rect room, List<MeasuredHead> shown, String more) {
    Frame frame = drawing.frame();
    String name =
        group.layers().isEmpty() ? "" : HeadGroup.name(group.layers().getFirst(), frame.texts());
    double base = room.y() + 14;
    drawing.text(room.x(), base, name, TITLE, Ink.TEXT, Align.START);
    String says = sorted() ? sortedBy(frame, shown) : frame.text("figure.heads.axes");
    says += more;
    double left = room.x() + drawing.measure().width(name, TITLE) + 14;
    String shortened = drawing.measure().shortened(says, SMALL, room.right() - left);
    drawing.text(left, base, shortened, SMALL, Ink.SOFT, Align.START);
    drawing.say(name + " · " + says);
  }

  /** What bare numbers beside the weights are. */
  private String units() {
    Order other = by().largestFirst() ? by() : Order.DISTANCE;
    boolean measured = heads.stream().anyMatch(head -> head.measure(other).isPresent());
    return "figure.heads.units." + (measured ? other : Order.ENTROPY).key();
  }

  private String sortedBy(Frame frame, List<MeasuredHead> shown) {
    String sorted = frame.text("figure.heads.by." + by().key());
    return shown.size() == heads.size()
        ? sorted
        : sorted + " · " + frame.text("figure.heads.of", shown.size(), heads.size());
  }
}
