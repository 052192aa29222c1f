package attentionscope.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/** One thing painted. Units are pixels at scale 1, x to the right and y down. */
public sealed interface Mark {

  /**
   * A rectangle, its corners rounded. A stroke runs along the edge, half inside and half outside.
   */
  record Box(Rect rect, double radius, Optional<Tint> fill, Optional<Stroke> stroke)
      implements Mark {
    public static Box filled(Rect rect, double radius, Tint fill) {
      return new Box(rect, radius, Optional.of(fill), Optional.empty());
    }

    public static Box outlined(Rect rect, double radius, Stroke stroke) {
      return new Box(rect, radius, Optional.empty(), Optional.of(stroke));
    }
  }

  record Line(double x1, double y1, double x2, double y2, Stroke stroke) implements Mark {}

  /** Straight and curved pieces; the fill follows the non-zero winding rule. */
  record Path(List<Piece> pieces, Optional<Tint> fill, Optional<Stroke> stroke) implements Mark {
    public Path {
      pieces = List.copyOf(pieces);
    }

    public static Path stroked(List<Piece> pieces, Stroke stroke) {
      return new Path(pieces, Optional.empty(), Optional.of(stroke));
    }

    public static Path filled(List<Piece> pieces, Tint fill) {
      return new Path(pieces, Optional.of(fill), Optional.empty());
    }
  }

  /** A piece of a path, from where the one before ended. */
  sealed interface Piece {
    record Move(double x, double y) implements Piece {}

    record Straight(double x, double y) implements Piece {}

    /** A cubic Bézier curve. */
    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Piece {}

    record Close() implements Piece {}
  }

  /**
   * A line of text.
   *
   * @param x where it starts, is centred or ends, by the alignment
   * @param y the baseline
   * @param angle degrees clockwise about (x, y)
   */
  record Text(double x, double y, String text, Type type, Tint tint, Align align, double angle)
      implements Mark {}

  /** What the x of a text is. */
  enum Align {
    START,
    MIDDLE,
    END
  }

  /**
   * A formula set in TeX style. Painters get its outlines from {@code paint.Formulas}.
   *
   * @param rect where it stands, as measured
   * @param latex as JLaTeXMath reads it
   * @param size of the letters in pixels
   */
  record Formula(Rect rect, String latex, double size, Tint tint) implements Mark {}

  /**
   * Cells of a matrix too many to draw one by one: a picture of one pixel a cell that is stretched
   * over the rectangle with smoothing off.
   *
   * @param at one number a cell, on the ramp, or NaN for a cell left empty; not to be changed
   */
  record Raster(Rect rect, Ramp ramp, FMatrixRMaj at) implements Mark {

    /** One colour a cell, row by row; an empty cell is transparent. */
    public int[] argb(Palette palette) {
      return palette.argb(ramp, at);
    }
  }

  /**
   * Slanting lines over a masked cell.
   *
   * @param gap between two lines, measured along the edge
   */
  record Hatch(Rect rect, double gap, Stroke stroke) implements Mark {

    /**
     * The lines, already cut at the edge. Neighbouring cells of a grid get lines that continue each
     * other, because all lie on x + y = a multiple of the gap.
     */
    public List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      double first = Math.ceil((rect.x() + rect.y()) / gap) * gap;
      for (double sum = first; sum < rect.right() + rect.bottom(); sum += gap) {
        double fromX = Math.max(rect.x(), sum - rect.bottom());
        double toX = Math.min(rect.right(), sum - rect.y());
        if (toX > fromX) {
          lines.add(new Line(fromX, sum - fromX, toX, sum - toX, stroke));
        }
      }
      return lines;
    }
  }
}
