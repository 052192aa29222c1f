package attentionscope.figure.positions;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Indices along the edge of a matrix or a plot, as many as there is room for. */
final class Ticks {

  private static final List<Integer> TENS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);
  private static final List<Integer> TWOS = List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);

  private Ticks() {}

  /**
   * Positions below a plot, each in the middle of its column.
   *
   * @param first what the first column is called
   * @param strong the column that is emphasised
   */
  static void below(Drawing drawing, Rect grid, int count, int first, OptionalInt strong) {
    Type bold = Style.TICK.weight(Type.Weight.BOLD);
    double widest =
        Math.max(
            drawing.measure().width(number(first), bold),
            drawing.measure().width(number(first + count - 1), bold));
    double pitch = grid.width() / count;
    double base = grid.bottom() + 15;
    int step = step(TENS, pitch, widest + 12);
    for (int index : shown(count, first, step, strong)) {
      boolean isStrong = strong.isPresent() && strong.getAsInt() == index;
      double away = strong.isPresent() ? Math.abs(strong.getAsInt() - index) * pitch : 1e9;
      if (isStrong || away >= widest + 6) {
        drawing.text(
            grid.x() + (index + 0.5) * pitch,
            base,
            number(first + index),
            isStrong ? bold : Style.TICK,
            isStrong ? Ink.ACCENT : Ink.SOFT,
            Align.MIDDLE);
      }
    }
  }

  /** Dimensions to the left of a matrix. */
  static void left(Drawing drawing, Rect grid, int count, OptionalInt strong, boolean twos) {
    Type bold = Style.TICK.weight(Type.Weight.BOLD);
    double pitch = grid.height() / count;
    int step = step(twos ? TWOS : TENS, pitch, 15);
    for (int index : shown(count, 0, step, strong)) {
      boolean isStrong = strong.isPresent() && strong.getAsInt() == index;
      double away = strong.isPresent() ? Math.abs(strong.getAsInt() - index) * pitch : 1e9;
      if (isStrong || away >= 12) {
        Rect line = new Rect(grid.x(), grid.y() + index * pitch, 0, pitch);
        drawing.text(
            grid.x() - 7,
            drawing.measure().baselineIn(line, Style.TICK),
            number(index),
            isStrong ? bold : Style.TICK,
            isStrong ? Ink.ACCENT : Ink.SOFT,
            Align.END);
      }
    }
  }

  private static List<Integer> shown(int count, int first, int step, OptionalInt strong) {
    List<Integer> shown = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      if ((first + index) % step == 0 || (strong.isPresent() && strong.getAsInt() == index)) {
        shown.add(index);
      }
    }
    return shown;
  }

  private static int step(List<Integer> steps, double pitch, double least) {
    return steps.stream().filter(step -> step * pitch >= least).findFirst().orElse(steps.getLast());
  }

  private static String number(int index) {
    return Numbers.whole(index);
  }
}
