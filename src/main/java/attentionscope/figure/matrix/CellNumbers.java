package attentionscope.figure.matrix;

import attentionscope.figure.TextMeasure;
import attentionscope.figure.Type;
import attentionscope.language.Numbers;

/**
 * The numbers in the cells of one matrix: all with equally many decimals, no more than are needed
 * and than there is room for.
 *
 * @param decimals 0 to 3, or −1 where no number fits
 * @param type how they are set
 * @param room how wide one may be, in pixels
 */
public record CellNumbers(int decimals, Type type, double room, TextMeasure measure) {

  private static final int MOST = 3;
  private static final double SMALLEST_TYPE = 8.5;
  private static final double LARGEST_TYPE = 16;

  /** No numbers at all. */
  public static CellNumbers none(TextMeasure measure) {
    return new CellNumbers(-1, Type.ui(SMALLEST_TYPE), 0, measure);
  }

  /**
   * The most decimals that fit.
   *
   * @param most no more than these
   * @param width of a cell
   * @param height of a cell
   */
  public static CellNumbers fitting(
      Cells cells, int most, double width, double height, TextMeasure measure) {
    double room = width - Math.clamp(width * 0.1, 2, 8);
    double size = Math.clamp(Math.min(height * 0.42, width * 0.34), 0, LARGEST_TYPE);
    if (height < 14 || size < SMALLEST_TYPE - 2) {
      return none(measure);
    }
    for (int decimals = Math.min(most, needed(cells)); decimals >= 0; decimals--) {
      // smaller type is better than fewer decimals, down to what can be read
      double widest = widest(cells, decimals, measure);
      double fits = Math.min(Math.max(size, SMALLEST_TYPE + 1.5), room / Math.max(widest, 1e-9));
      if (fits >= SMALLEST_TYPE && (decimals > 0 || needed(cells) == 0)) {
        return new CellNumbers(decimals, Type.ui(Math.floor(fits * 2) / 2), room, measure);
      }
    }
    return none(measure);
  }

  /** What fits both matrices: fewer decimals and smaller type of the two. */
  public CellNumbers and(CellNumbers other) {
    return new CellNumbers(
        any() && other.any() ? Math.max(decimals, other.decimals) : -1,
        other.type.size() < type.size() ? other.type : type,
        Math.min(room, other.room),
        measure);
  }

  /** What a cell shows; empty where it doesn't fit. */
  public String of(double value) {
    if (decimals < 0) {
      return "";
    }
    String text = written(value, decimals);
    return measure.width(text, type) <= room + 0.5 ? text : "";
  }

  public boolean any() {
    return decimals >= 0;
  }

  /** The fewest decimals, at most three, that name every number as well as three do. */
  private static int needed(Cells cells) {
    int needed = 0;
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        needed = Math.max(needed, needed(cells.value(row, column)));
        if (needed == MOST) {
          return MOST;
        }
      }
    }
    return needed;
  }

  private static int needed(float value) {
    if (!Float.isFinite(value)) {
      return 0;
    }
    double scale = 1;
    for (int decimals = 0; decimals < MOST; decimals++) {
      if (Math.abs(Math.rint(value * scale) / scale - value) <= Math.ulp(value)) {
        return decimals;
      }
      scale *= 10;
    }
    return MOST;
  }

  /** The widest number of the matrix at type size 1. */
  private static double widest(Cells cells, int decimals, TextMeasure measure) {
    double widest = 0;
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        float value = cells.value(row, column);
        if (Float.isFinite(value)) {
          // by the largest of equal length: every digit counts as wide as 8
          String text = written(value, decimals).replaceAll("[0-9]", "8");
          widest = Math.max(widest, measure.width(text, Type.ui(1)));
        }
      }
    }
    return widest;
  }

  /**
   * As {@code .245}, {@code −.575}, {@code 2.00}, {@code −1e9}; {@code ~0} for what only looks like
   * zero.
   */
  private static String written(double value, int decimals) {
    String text = Numbers.compact(value, decimals);
    if (value != 0 && isZero(text)) {
      return "~0";
    }
    if (text.startsWith("0.")) {
      return isZero(text) ? "0" : text.substring(1);
    }
    return text.startsWith("−0.") ? "−" + text.substring(2) : text;
  }

  private static boolean isZero(String text) {
    return text.chars().noneMatch(c -> c >= '1' && c <= '9');
  }
}
