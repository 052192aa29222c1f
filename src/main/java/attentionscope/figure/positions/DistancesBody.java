package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Type;
import attentionscope.figure.matrix.ColorScale;
import attentionscope.language.Texts;
import attentionscope.trace.Node;
import java.util.List;
import java.util.OptionalInt;

/** What each head's bias is for the looked-at query, by the distance of the key: a strip a head. */
record DistancesBody(PositionScene scene, List<Node> biases) implements Body {

  private static final double STRIP = 26;
  private static final double AIR = 8;
  private static final double NAMES = 58;

  DistancesBody {
    biases = List.copyOf(biases);
  }

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.distances.title", position());
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.distances.caption");
  }

  private int position() {
    return Math.min(scene.lab().position(), biases.getFirst().rows().size() - 1);
  }

  @Override
  public double height(double width, Frame frame) {
    return biases.size() * (STRIP + AIR) + Style.TICKS + 18;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    int count = biases.getFirst().columns().size();
    double spare = room.height() - height(room.width(), drawing.frame());
    double tall = STRIP + Math.clamp(spare / biases.size(), 0, STRIP);
    double width = room.width() - NAMES - Style.RIGHT;
    double pitch = Along.pitch(width, count, 40);
    ColorScale scale = ColorScale.of(biases, scene.look());
    double bottom = room.y() + biases.size() * (tall + AIR) - AIR;
    double x = room.x() + NAMES + (position() + 0.5) * pitch;
    drawing.line(x, room.y(), x, bottom + 4, Stroke.of(Ink.ACCENT, 1.25).dashed(2, 4));
    double y = room.y();
    for (int head = 0; head < biases.size(); head++) {
      Rect area = new Rect(room.x() + NAMES, y, pitch * count, tall);
      Strip.row(biases.get(head), position(), scale, true).draw(drawing, area, -1);
      String says = drawing.frame().text("figure.positions.head", head);
      drawing.text(
          area.x() - 8,
          drawing.measure().baselineIn(area, Style.NAME),
          drawing.measure().shortened(says, Style.NAME, NAMES - 8),
          Style.NAME.weight(Type.Weight.MEDIUM),
          Ink.SOFT,
          Align.END);
      y += tall + AIR;
    }
    Rect axis = new Rect(room.x() + NAMES, room.y(), pitch * count, bottom - room.y());
    Ticks.below(drawing, axis, count, -position(), OptionalInt.of(position()));
    drawing.text(
        axis.right(),
        axis.bottom() + Style.TICKS + 12,
        AxisWords.across(drawing.frame(), "figure.positions.axis.distance"),
        Style.NAME,
        Ink.SOFT,
        Align.END);
  }
}
