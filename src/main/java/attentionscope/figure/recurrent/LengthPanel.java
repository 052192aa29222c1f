package attentionscope.figure.recurrent;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import attentionscope.language.Numbers;
import attentionscope.train.Examination;
import attentionscope.workspace.recurrent.LengthStudy;
import java.util.Map;
import java.util.Optional;

/**
 * How many of a task's samples the model answers right, by their length: a bar a length, over the
 * number of samples. Where these are too few to say much, the bar is empty.
 */
record LengthPanel(Drawing drawing, RecurrentScene scene) {

  private static final double LEFT = 56;
  private static final double FOOT = 34;
  private static final double WIDEST = 84;
  private static final double ROOM_FOR_NUMBER = 25;

  void draw(Rect room) {
    Optional<LengthStudy> known = scene.findings().lengths();
    if (known.isEmpty()) {
      Told.draw(drawing, room, "figure.recurrent.lengths.none");
      return;
    }
    LengthStudy study = known.get();
    if (study.byLength().isEmpty()) {
      Told.draw(drawing, room, "figure.recurrent.measuring");
      return;
    }
    Examination all = study.together();
    String key = study.done() ? "figure.recurrent.lengths" : "figure.recurrent.lengths.so-far";
    String title =
        drawing.frame().text(key, all.samples(), study.task(), percent(all, 1), LengthStudy.ALL);
    drawing.text(
        room.x(),
        room.y() + 12,
        drawing.measure().shortened(title, Style.TITLE, room.width()),
        Style.TITLE,
        Ink.TEXT,
        Align.START);
    drawing.say(title);
    String about = drawing.frame().text("figure.recurrent.lengths.about", LengthStudy.FEW);
    drawing.text(
        room.x(),
        room.y() + 29,
        drawing.measure().shortened(about, Style.SMALL, room.width()),
        Style.SMALL,
        Ink.SOFT,
        Align.START);
    double top = room.y() + 50;
    Rect plot =
        new Rect(
            room.x() + LEFT, top, room.width() - LEFT, Math.max(20, room.bottom() - FOOT - top));
    grid(plot);
    int shortest = study.byLength().firstKey();
    int count = study.byLength().lastKey() - shortest + 1;
    double pitch = Math.min(WIDEST, plot.width() / count);
    int every = Math.max(1, (int) Math.ceil(ROOM_FOR_NUMBER / pitch));
    for (Map.Entry<Integer, Examination> entry : study.byLength().entrySet()) {
      int place = entry.getKey() - shortest;
      Rect band = new Rect(plot.x() + place * pitch, plot.y(), pitch, plot.height());
      bar(entry.getKey(), entry.getValue(), band, place % every == 0);
    }
    name(plot.x() - 8, plot.bottom() + 15, "figure.recurrent.lengths.length");
    name(plot.x() - 8, plot.bottom() + 29, "figure.recurrent.lengths.samples");
  }

  private void name(double right, double base, String key) {
    String says = drawing.measure().shortened(drawing.frame().text(key), Style.AXIS, LEFT - 8);
    drawing.text(right, base, says, Style.AXIS, Ink.FAINT, Align.END);
  }

  private void grid(Rect plot) {
    for (int quarter = 0; quarter <= 4; quarter++) {
      double y = plot.bottom() - plot.height() * quarter / 4;
      drawing.line(plot.x(), y, plot.right(), y, Stroke.of(Ink.LINE, 1));
      if (quarter % 2 == 0) {
        drawing.text(
            plot.x() - 8,
            y + (quarter == 0 ? 0 : 4),
            quarter * 25 + " %",
            Style.AXIS,
            Ink.FAINT,
            Align.END);
      }
    }
  }

  private void bar(int length, Examination found, Rect band, boolean named) {
    boolean few = found.samples() < LengthStudy.FEW;
    double height = Math.max(1.5, band.height() * found.accuracy());
    double gap = Math.min(6, band.width() * 0.15);
    Rect bar = new Rect(band.x() + gap, band.bottom() - height, band.width() - 2 * gap, height);
    if (few) {
      drawing.outline(bar.inset(0.5), 1, Stroke.of(Ink.FAINT, 1).dashed(3, 3));
    } else {
      drawing.fill(bar, 1, Tint.of(Ink.ACCENT).faded(0.75));
    }
    if (named) {
      Words.draw(
          drawing,
          new Rect(band.x(), band.bottom() + 2, band.width(), 15),
          Integer.toString(length),
          Style.AXIS,
          Ink.SOFT);
      Words.draw(
          drawing,
          new Rect(band.x(), band.bottom() + 17, band.width(), 15),
          Integer.toString(found.samples()),
          Style.AXIS,
          few ? Ink.FAINT : Ink.SOFT);
    }
    if (band.width() >= ROOM_FOR_NUMBER) {
      drawing.text(
          band.centerX(),
          bar.y() - 4,
          percent(found, 0),
          Style.AXIS,
          few ? Ink.FAINT : Ink.SOFT,
          Align.MIDDLE);
    }
    String key = few ? "figure.recurrent.lengths.few" : "figure.recurrent.lengths.bar";
    drawing.say(drawing.frame().text(key, length, found.right(), found.samples()));
  }

  static String percent(Examination found, int decimals) {
    return Numbers.fixed(100 * found.accuracy(), decimals) + " %";
  }
}
