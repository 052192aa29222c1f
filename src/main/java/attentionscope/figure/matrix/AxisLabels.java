package attentionscope.figure.matrix;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.TextMeasure;
import attentionscope.figure.Tint;
import attentionscope.figure.Type;
import attentionscope.tensor.Axis;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The labels along one side of a matrix: as they are where there is room, else shortened, turned or
 * thinned out.
 *
 * @param texts one a row or column
 * @param type how they are set
 * @param angle 0, or −45 or −90 degrees for columns
 * @param step every how many entries one is drawn
 * @param extent how far they reach away from the matrix
 * @param overhang how far the last one reaches beyond the matrix, to the right
 */
public record AxisLabels(
    List<String> texts, Type type, double angle, int step, double extent, double overhang) {

  private static final double DISTANCE = 6;
  private static final double SMALLEST = 9;
  private static final double STICKS_OUT = 5;
  private static final double APART = 6;

  private static final List<Integer> ROUND =
      List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096);

  public AxisLabels {
    texts = List.copyOf(texts);
  }

  /**
   * Labels to the left of rows.
   *
   * @param pitch the height of a row
   * @param most how far they may reach
   */
  public static AxisLabels left(Axis axis, double pitch, double most, TextMeasure measure) {
    Type type = type(pitch);
    int step = step(pitch, type);
    List<String> texts = shortened(axis, type, most - DISTANCE, measure);
    double widest = Math.min(widest(axis, texts, type, measure), Math.max(0, most - DISTANCE));
    return new AxisLabels(texts, type, 0, step, widest == 0 ? 0 : widest + DISTANCE, 0);
  }

  /**
   * Labels over columns.
   *
   * @param pitch the width of a column
   * @param most how far they may reach up
   */
  public static AxisLabels above(Axis axis, double pitch, double most, TextMeasure measure) {
    Type level = type(Math.max(pitch, 26));
    List<String> whole = shortened(axis, level, Double.MAX_VALUE, measure);
    double widestLevel = widest(axis, whole, level, measure);
    double share =
        axis.labels().isEmpty()
            ? (pitch - APART) / Math.max(widestLevel, 1e-9)
            : levelShare(whole, level, pitch, measure);
    double fits = level.size() * Math.min(1, share);
    if (fits >= SMALLEST) {
      Type smaller = level.size(Math.min(level.size(), Math.floor(fits * 2) / 2));
      return new AxisLabels(whole, smaller, 0, 1, smaller.size() + DISTANCE, 0);
    }
    if (axis.labels().isEmpty()) {
      // indices can be thinned out, so they need not be turned
      double wide = widestLevel + 8;
      int step = ROUND.stream().filter(s -> s * pitch >= wide).findFirst().orElse(axis.size() + 1);
      return new AxisLabels(whole, level, 0, step, level.size() + DISTANCE, 0);
    }
    Type type = type(pitch);
    int step = step(pitch, type);
    double slant = pitch * step >= type.size() * 1.3 ? 45 : 90;
    double rise = Math.sin(Math.toRadians(slant));
    double height = measure.capHeight(type);
    List<String> texts = shortened(axis, type, (most - DISTANCE) / rise - height, measure);
    double widest = widest(axis, texts, type, measure);
    double last =
        IntStream.range(0, texts.size())
            .mapToDouble(
                i ->
                    measure.width(texts.get(i), type) * Math.cos(Math.toRadians(slant))
                        - (texts.size() - 1 - i + 0.5) * pitch)
            .max()
            .orElse(0);
    return new AxisLabels(
        texts,
        type,
        -slant,
        step,
        widest == 0 ? 0 : widest * rise + height + DISTANCE,
        Math.max(0, last + 4));
  }

  /**
   * Draws labels to the left.
   *
   * @param grid the matrix
   * @param strong which entries are emphasised
   */
  public void drawLeft(Drawing drawing, Rect grid, IntPredicate strong) {
    double pitch = grid.height() / texts.size();
    BitSet marked = marked(strong);
    for (int row = 0; row < texts.size(); row++) {
      if (isDrawn(row, marked)) {
        Rect line = new Rect(grid.x(), grid.y() + row * pitch, 0, pitch);
        drawing.text(
            grid.x() - DISTANCE,
            drawing.measure().baselineIn(line, type),
            texts.get(row),
            strong.test(row) ? type.weight(Type.Weight.BOLD) : type,
            tint(strong.test(row)),
            Align.END);
      }
    }
  }

  /** Draws labels above. */
  public void drawAbove(Drawing drawing, Rect grid, IntPredicate strong) {
    double pitch = grid.width() / texts.size();
    double half = drawing.measure().capHeight(type) / 2;
    BitSet marked = marked(strong);
    for (int column = 0; column < texts.size(); column++) {
      if (isDrawn(column, marked)) {
        double center = grid.x() + (column + 0.5) * pitch;
        // turned text hangs on its baseline: half the height of capitals brings it to the middle
        double shift = angle == 0 ? 0 : half * -Math.sin(Math.toRadians(angle));
        drawing.add(
            new Mark.Text(
                center + shift,
                grid.y() - DISTANCE,
                texts.get(column),
                strong.test(column) ? type.weight(Type.Weight.BOLD) : type,
                tint(strong.test(column)),
                angle == 0 ? Align.MIDDLE : Align.START,
                angle));
      }
    }
  }

  private BitSet marked(IntPredicate strong) {
    BitSet marked = new BitSet(texts.size());
    IntStream.range(0, texts.size()).filter(strong).forEach(marked::set);
    return marked;
  }

  /** Emphasised labels are always drawn and push away those that would meet them. */
  private boolean isDrawn(int index, BitSet strong) {
    int before = strong.nextSetBit(Math.max(0, index - step + 1));
    boolean free = before < 0 || before >= index;
    if (strong.get(index)) {
      return free;
    }
    return index % step == 0 && (before < 0 || before >= index + step);
  }

  private static Tint tint(boolean strong) {
    return Tint.of(strong ? Ink.ACCENT : Ink.SOFT);
  }

  /**
   * By how much labels must shrink to stand side by side; the outer ones may stick out a little.
   */
  private static double levelShare(
      List<String> texts, Type type, double pitch, TextMeasure measure) {
    Type bold = type.weight(Type.Weight.BOLD);
    double share = Double.MAX_VALUE;
    for (int i = 0; i < texts.size(); i++) {
      double half = measure.width(texts.get(i), bold) / 2;
      double next = i + 1 < texts.size() ? measure.width(texts.get(i + 1), bold) / 2 : 0;
      boolean outer = i == 0 || i == texts.size() - 1;
      double alone = (pitch / 2 + (outer ? STICKS_OUT : pitch / 2)) / Math.max(half, 1e-9);
      double together = next == 0 ? alone : (pitch - APART) / (half + next);
      share = Math.min(share, Math.min(alone, together));
    }
    return share;
  }

  private static Type type(double pitch) {
    return Type.ui(Math.clamp(Math.floor(pitch * 0.42), SMALLEST, 14)).weight(Type.Weight.MEDIUM);
  }

  private static int step(double pitch, Type type) {
    return Math.max(1, (int) Math.ceil(type.size() * 1.05 / pitch));
  }

  private static List<String> shortened(Axis axis, Type type, double most, TextMeasure measure) {
    Type bold = type.weight(Type.Weight.BOLD); // as emphasised labels are
    Stream<String> labels = IntStream.range(0, axis.size()).mapToObj(i -> AxisNames.label(axis, i));
    boolean indicesFit =
        axis.labels().isEmpty() && axis.size() > 0 && widestIndex(axis, bold, measure) <= most;
    return indicesFit
        ? labels.toList()
        : labels.map(label -> measure.shortened(label, bold, most)).toList();
  }

  private static double widest(Axis axis, List<String> texts, Type type, TextMeasure measure) {
    Type bold = type.weight(Type.Weight.BOLD);
    return axis.labels().isEmpty() && axis.size() > 0
        ? widestIndex(axis, bold, measure)
        : texts.stream().mapToDouble(text -> measure.width(text, bold)).max().orElse(0);
  }

  /** Of thousands of indices not every one need be measured: none is wider than all eights. */
  private static double widestIndex(Axis axis, Type type, TextMeasure measure) {
    return measure.width("8".repeat(axis.label(axis.size() - 1).length()), type);
  }
}
