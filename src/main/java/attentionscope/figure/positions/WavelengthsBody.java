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
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import java.util.List;
import java.util.OptionalInt;

/** How many positions each pair takes to come round, by powers of ten. */
record WavelengthsBody(PositionScene scene, Node code) implements Body {

  private static final double BEST = 190;
  private static final double LINE = 18;

  @Override
  public String title(Texts texts) {
    return texts.get("figure.positions.wavelengths.title");
  }

  @Override
  public String caption(Texts texts) {
    return texts.get("figure.positions.wavelengths.caption");
  }

  @Override
  public double height(double width, Frame frame) {
    return BEST + Style.TICKS + 2 * LINE;
  }

  @Override
  public void draw(Drawing drawing, Rect room) {
    List<Pair> pairs = scene.pairs();
    double tall = Math.min(room.height() - Style.TICKS - 2 * LINE, 1.6 * BEST);
    Rect area =
        new Rect(
            room.x() + Style.LEFT + 10,
            room.y() + LINE,
            room.width() - Style.LEFT - 10 - Style.RIGHT,
            tall);
    double low = 0;
    double high =
        Math.ceil(Math.log10(Math.max(pairs.getLast().wavelength(), scene.lab().length())) + 0.05);
    for (double power = low; power <= high; power += high - low > 6 ? 2 : 1) {
      double y = y(area, Math.pow(10, power), low, high);
      drawing.line(area.x(), y, area.right(), y, Stroke.of(Tint.of(Ink.LINE).faded(0.7), 1));
      drawing.text(
          area.x() - 7,
          y + drawing.measure().capHeight(Style.TICK) / 2,
          Integer.toString((int) Math.pow(10, power)),
          Style.TICK,
          Ink.SOFT,
          Align.END);
    }
    double pitch = area.width() / pairs.size();
    length(drawing, area, low, high);
    for (Pair pair : pairs) {
      double x = area.x() + (pair.index() + 0.5) * pitch;
      double y = y(area, pair.wavelength(), low, high);
      boolean looked = scene.pair().filter(pair::equals).isPresent();
      double size = looked ? 5 : Math.clamp(pitch * 0.35, 1.2, 3.5);
      drawing.fill(
          new Rect(x - size, y - size, 2 * size, 2 * size),
          size,
          Tint.of(looked ? Ink.ACCENT : Ink.TEXT));
      String says =
          drawing
              .frame()
              .text(
                  "figure.positions.wavelengths.pair",
                  pair.index(),
                  Pair.written(pair.wavelength()));
      drawing.hit(
          new Rect(x - pitch / 2, area.y(), pitch, area.height()),
          new Target.Area(Region.column(code.id(), pair.up())),
          says);
      if (looked) {
        named(drawing, area, x, y, Pair.written(pair.wavelength()));
      }
    }
    Pair first = pairs.getFirst();
    Pair last = pairs.getLast();
    drawing.say(
        drawing
            .frame()
            .text(
                "figure.positions.wavelengths.reading",
                Pair.written(first.wavelength()),
                Pair.written(last.wavelength())));
    Ticks.below(
        drawing,
        area,
        pairs.size(),
        0,
        scene.pair().map(pair -> OptionalInt.of(pair.index())).orElse(OptionalInt.empty()));
    foot(drawing, area, first, last);
  }

  private static double y(Rect area, double wavelength, double low, double high) {
    return area.bottom() - (Math.log10(wavelength) - low) / (high - low) * area.height();
  }

  /** As many positions as there are: what lies above never comes round in this text. */
  private void length(Drawing drawing, Rect area, double low, double high) {
    double y = y(area, scene.lab().length(), low, high);
    drawing.line(area.x(), y, area.right(), y, Stroke.of(Ink.SOFT, 1).dashed(3, 4));
    drawing.text(
        area.right(),
        y + 13,
        drawing.frame().text("figure.positions.wavelengths.length", scene.lab().length()),
        Style.TICK,
        Ink.SOFT,
        Align.END);
  }

  private static void named(Drawing drawing, Rect area, double x, double y, String text) {
    double width = drawing.measure().width(text, Style.VALUE);
    boolean right = x - 9 - width < area.x();
    drawing.text(
        right ? x + 9 : x - 9,
        Math.max(y - 4, area.y() + 8),
        text,
        Style.VALUE,
        Ink.ACCENT,
        right ? Align.START : Align.END);
  }

  private void foot(Drawing drawing, Rect area, Pair first, Pair last) {
    double base = area.bottom() + Style.TICKS + LINE - 5;
    String name = AxisWords.across(drawing.frame(), "figure.positions.axis.pair");
    drawing.text(area.right(), base, name, Style.NAME, Ink.SOFT, Align.END);
    double room = area.width() + 20 - drawing.measure().width(name, Style.NAME) - 12;
    String range =
        drawing
            .frame()
            .text(
                "figure.positions.wavelengths.range",
                Pair.written(first.wavelength()),
                Pair.written(last.wavelength()));
    drawing.text(
        area.x() - 20,
        base,
        drawing.measure().shortened(range, Style.NAME, room),
        Style.NAME,
        Ink.SOFT,
        Align.START);
  }
}
