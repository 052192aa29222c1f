package attentionscope.figure.steps;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.language.BuildsKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The row of stages: which are over, which is on, which are off. */
@BuildsKeys({"figure.steps.stage.", "figure.steps.chip."})
final class Chips {

  private static final double LARGEST_TYPE = 13;
  private static final double SMALLEST_TYPE = 9.5;

  private Chips() {}

  private record Chip(Stage stage, String text, boolean off) {}

  /** How chips are set: they shrink until all fit. */
  private record Setting(Type type, double padding, double arrow) {
    double width(Chip chip, TextMeasure measure) {
      return measure.width(chip.text(), type.weight(Type.Weight.SEMIBOLD)) + 2 * padding;
    }
  }

  static void draw(Drawing drawing, HeadNodes head, Moment moment, List<Stage> over, Rect row) {
    List<Chip> chips = chips(drawing, head);
    Setting setting = setting(chips, row.width(), drawing.measure());
    double x = row.x();
    for (int i = 0; i < chips.size(); i++) {
      Chip chip = chips.get(i);
      double width = setting.width(chip, drawing.measure());
      draw(drawing, chip, new Rect(x, row.y(), width, row.height()), setting, moment, over);
      x += width;
      if (i < chips.size() - 1) {
        arrow(drawing, x + setting.arrow() / 2, row.centerY(), setting.arrow());
        x += setting.arrow();
      }
    }
  }

  private static void draw(
      Drawing drawing, Chip chip, Rect rect, Setting setting, Moment moment, List<Stage> over) {
    boolean now = moment.in(chip.stage());
    boolean done = over.contains(chip.stage());
    Ink text = now ? Ink.ACCENT : chip.off() ? Ink.FAINT : done ? Ink.TEXT : Ink.SOFT;
    drawing.add(
        new Mark.Box(
            rect.inset(0.5),
            6,
            Optional.of(Tint.of(now ? Ink.ACCENT_SOFT : Ink.SURFACE)),
            Optional.of(
                chip.off()
                    ? Stroke.of(Ink.LINE, 1).dashed(3, 3)
                    : Stroke.of(now ? Ink.ACCENT : Ink.LINE, 1))));
    Type type = setting.type().weight(now ? Type.Weight.SEMIBOLD : Type.Weight.MEDIUM);
    drawing.centred(rect, chip.text(), type, Tint.of(text));
    if (chip.off()) {
      double half = drawing.measure().width(chip.text(), type) / 2;
      drawing.line(
          rect.centerX() - half - 2,
          rect.centerY(),
          rect.centerX() + half + 2,
          rect.centerY(),
          Stroke.of(Ink.FAINT, 1.25));
    }
    String name = drawing.frame().text("figure.steps.stage." + chip.stage().key());
    drawing.hit(
        rect,
        chip.stage().control(),
        chip.off() ? drawing.frame().text("figure.steps.off", name) : name);
  }

  private static void arrow(Drawing drawing, double x, double y, double room) {
    double half = Math.min(4, room / 2 - 2);
    Stroke stroke = Stroke.of(Ink.FAINT, 1.25);
    drawing.line(x - half, y, x + half, y, stroke);
    drawing.line(x + half - 3, y - 3, x + half, y, stroke);
    drawing.line(x + half - 3, y + 3, x + half, y, stroke);
  }

  private static List<Chip> chips(Drawing drawing, HeadNodes head) {
    List<Chip> chips = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.BIAS || head.link(stage).isPresent()) {
        String key =
            stage == Stage.MASK && !head.active(stage) && !isOff(head, stage)
                ? "figure.steps.chip.no-mask"
                : "figure.steps.chip." + stage.key();
        String text = (chips.size() + 1) + " " + drawing.frame().text(key);
        chips.add(new Chip(stage, text, isOff(head, stage)));
      }
    }
    return chips;
  }

  /** A scale that the model does not have counts as off, a mask that hides nothing does not. */
  private static boolean isOff(HeadNodes head, Stage stage) {
    return switch (stage) {
      case SCALE -> !head.active(stage);
      case MASK -> head.link(stage).map(HeadNodes.Link::off).orElse(false);
      case BIAS, PRODUCTS, SCORES, SOFTMAX, VALUES -> false;
    };
  }

  private static Setting setting(List<Chip> chips, double room, TextMeasure measure) {
    for (double size = LARGEST_TYPE; size > SMALLEST_TYPE; size -= 0.5) {
      for (double padding = 12; padding >= 6; padding -= 2) {
        Setting setting = new Setting(Type.ui(size), padding, padding + 8);
        if (width(chips, setting, measure) <= room) {
          return setting;
        }
      }
    }
    return new Setting(Type.ui(SMALLEST_TYPE), 4, 10);
  }

  private static double width(List<Chip> chips, Setting setting, TextMeasure measure) {
    double width = (chips.size() - 1) * setting.arrow();
    for (Chip chip : chips) {
      width += setting.width(chip, measure);
    }
    return width;
  }
}
