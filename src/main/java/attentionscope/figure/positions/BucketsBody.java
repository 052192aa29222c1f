package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Frame;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.language.Texts;
import attentionscope.op.Buckets;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.OptionalInt;

/**
 * Which bucket a distance falls into: one each near by, ever wider ones further off.
 *
 * @param table the bias of each bucket, buckets x heads
 * @param buckets how distances are told apart
 */
record BucketsBody(PositionScene scene, Node table, Buckets buckets) implements Body {

  private static final double BEST = 240;
  private static final double LINE = 18;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.buckets.title", scene.lab().position());
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.buckets.caption", buckets.farthest());
  }

  @Override
  public double height(double width, Frame frame) {
    return Style.TOP + BEST + Style.TICKS + LINE;
  }

  private int bucket(int distance) {
    return Buckets.bucketOf(distance, buckets.buckets(), buckets.farthest(), buckets.bothWays());
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    int count = scene.lab().length();
    int position = scene.lab().position();
    Rect columns = Along.columns(room, count);
    double tall = room.height() - Style.TOP - Style.TICKS - LINE;
    Rect area =
        new Rect(
            columns.x(),
            room.y() + Style.TOP,
            columns.width(),
            Along.pitch(Math.min(tall, 1.6 * BEST), buckets.buckets(), 20) * buckets.buckets());
    double pitch = area.width() / count;
    double step = area.height() / buckets.buckets();
    drawing.fill(area, 3, Tint.of(Ink.SURFACE));
    drawing.outline(area, 3, Stroke.of(Ink.LINE, 1));
    double here = area.x() + (position + 0.5) * pitch;
    drawing.line(here, area.y(), here, area.bottom(), Stroke.of(Ink.ACCENT, 1.25).dashed(2, 4));
    int from = 0;
    for (int key = 1; key <= count; key++) {
      if (key == count || bucket(key - position) != bucket(from - position)) {
        int bucket = bucket(from - position);
        Rect run =
            new Rect(area.x() + from * pitch, area.y() + bucket * step, (key - from) * pitch, step);
        drawing.fill(
            run.inset(Math.min(0.5, pitch / 8)),
            1.5,
            Tint.of(from == position ? Ink.ACCENT : Ink.SOFT));
        String says =
            drawing
                .frame()
                .text(
                    "figure.positions.buckets.reading",
                    bucket,
                    from - position,
                    key - 1 - position);
        drawing.hit(
            new Rect(run.x(), area.y(), run.width(), area.height()),
            new Target.Area(Region.row(table.id(), bucket)),
            says);
        drawing.say(says);
        from = key;
      }
    }
    Ticks.left(drawing, area, buckets.buckets(), OptionalInt.empty(), true);
    Ticks.below(drawing, area, count, -position, OptionalInt.of(position));
    drawing.text(
        room.x(),
        area.y() - 7,
        AxisWords.down(drawing.frame(), "figure.positions.axis.bucket"),
        Style.NAME,
        Ink.SOFT,
        Align.START);
    drawing.text(
        area.right(),
        area.bottom() + Style.TICKS + 12,
        AxisWords.across(drawing.frame(), "figure.positions.axis.distance"),
        Style.NAME,
        Ink.SOFT,
        Align.END);
  }
}
