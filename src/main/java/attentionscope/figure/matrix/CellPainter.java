package attentionscope.figure.matrix;

import attentionscope.figure.Drawing;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Mark.Align;
import attentionscope.figure.Rect;
import attentionscope.figure.Stroke;
import attentionscope.figure.Tint;
import java.util.List;
import java.util.Optional;

/**
 * Draws the cells of a matrix into a rectangle.
 *
 * @param cells what is shown
 * @param grid where, without gaps at the edge
 * @param scale how numbers become colours
 * @param numbers how they become texts
 * @param look how matrices are drawn
 * @param emphasis how strongly each cell shows
 */
public record CellPainter(
    Cells cells,
    Rect grid,
    ColorScale scale,
    CellNumbers numbers,
    MatrixLook look,
    Emphasis emphasis) {

  /** From here on cells are painted as one picture. */
  private static final int MANY = 4_000;

  private static final int FEW = 150;

  private static final double SMALL = 5;
  private static final double SMALLEST = 2;

  /** How strongly a cell shows. */
  @FunctionalInterface
  public interface Emphasis {
    /** Every cell as it is. */
    Emphasis FULL = (row, column) -> 1;

    /** From 0 (not at all) to 1 (as it is). */
    double of(int row, int column);
  }

  private int across() {
    return look.transposed() ? cells.rows() : cells.columns();
  }

  private int down() {
    return look.transposed() ? cells.columns() : cells.rows();
  }

  private double pitchX() {
    return grid.width() / across();
  }

  private double pitchY() {
    return grid.height() / down();
  }

  /** Where a cell is, without the gap to its neighbours. */
  public Rect rectOf(int row, int column) {
    double gap = gap();
    int right = look.transposed() ? row : column;
    int under = look.transposed() ? column : row;
    return new Rect(
        grid.x() + right * pitchX() + gap / 2,
        grid.y() + under * pitchY() + gap / 2,
        pitchX() - gap,
        pitchY() - gap);
  }

  /** The gap between two cells. */
  public double gap() {
    double pitch = Math.min(pitchX(), pitchY());
    return pitch >= 14 ? 2 : pitch >= 7 ? 1 : 0;
  }

  /** How round a cell's corners are. */
  public double radius() {
    return Math.clamp(Math.min(pitchX(), pitchY()) * 0.1, 0, 4);
  }

  /** Whether the cells are painted as one picture. */
  public boolean asPicture() {
    long count = (long) cells.rows() * cells.columns();
    return count > MANY || Math.min(pitchX(), pitchY()) < (count > FEW ? SMALL : SMALLEST);
  }

  /** Draws everything; answers how the matrix was made smaller, if it was. */
  public Optional<Reduced> draw(Drawing drawing) {
    if (asPicture()) {
      return drawCoarse(drawing, 1);
    }
    for (int row = 0; row < cells.rows(); row++) {
      for (int column = 0; column < cells.columns(); column++) {
        cell(drawing, row, column);
      }
    }
    return Optional.empty();
  }

  /**
   * Draws everything as one picture whose places are no smaller than asked.
   *
   * @param smallest the least width and height of a place, in pixels
   */
  public Optional<Reduced> drawCoarse(Drawing drawing, double smallest) {
    return Optional.of(picture(drawing, smallest)).filter(Reduced::reduces);
  }

  private void cell(Drawing drawing, int row, int column) {
    Rect rect = rectOf(row, column);
    switch (cells.state(row, column)) {
      case EMPTY -> drawing.outline(rect.inset(0.5), radius(), Stroke.of(Ink.LINE, 1));
      case MASKED -> {
        drawing.fill(rect, radius(), Tint.of(Ink.SURFACE));
        drawing.add(new Mark.Hatch(rect, 6, Stroke.of(Ink.HATCH, 1)));
        drawing.outline(rect.inset(0.5), radius(), Stroke.of(Ink.LINE, 1));
        if (cells.changed(row, column)) {
          corner(drawing, rect, Tint.of(Ink.TEXT));
        }
      }
      case SHOWN -> {
        float value = cells.value(row, column);
        double alpha = emphasis.of(row, column);
        if (Float.isNaN(value)) {
          drawing.outline(rect.inset(1), radius(), Stroke.of(Ink.BAD, 1.5));
          number(drawing, rect, "NaN", Tint.of(Ink.BAD));
          return;
        }
        Tint fill = scale.tint(value).faded(alpha);
        drawing.fill(rect, radius(), fill);
        if (cells.changed(row, column)) {
          corner(drawing, rect, new Tint.ReadableOn(fill));
        }
        if (numbers.any()) {
          number(
              drawing,
              rect,
              numbers.of(value),
              new Tint.ReadableOn(fill).faded(alpha < 1 ? 0.62 : 1));
        } else if (look.signs() && scale.signed() && value < 0) {
          sign(drawing, rect, new Tint.ReadableOn(fill).faded(0.5));
        }
      }
    }
  }

  private void number(Drawing drawing, Rect rect, String text, Tint tint) {
    drawing.text(
        rect.centerX(),
        drawing.measure().baselineIn(rect, numbers.type()),
        text,
        numbers.type(),
        tint,
        Align.MIDDLE);
  }

  /** The mark of a cell that was changed by hand: its corner is folded, as in a spreadsheet. */
  static void corner(Drawing drawing, Rect rect, Tint tint) {
    double size = Math.clamp(Math.min(rect.width(), rect.height()) * 0.22, 3, 10);
    double right = rect.right() - 2;
    double top = rect.y() + 2;
    drawing.add(
        Mark.Path.filled(
            List.of(
                new Mark.Piece.Move(right - size, top),
                new Mark.Piece.Straight(right, top),
                new Mark.Piece.Straight(right, top + size),
                new Mark.Piece.Close()),
            tint));
  }

  /** A short bar, as a minus sign, for those who cannot tell the two colours apart. */
  private static void sign(Drawing drawing, Rect rect, Tint tint) {
    double half = Math.min(rect.width(), rect.height()) * 0.22;
    drawing.line(
        rect.centerX() - half,
        rect.centerY(),
        rect.centerX() + half,
        rect.centerY(),
        Stroke.of(tint, Math.clamp(half * 0.4, 0.8, 1.6)));
  }

  private Reduced picture(Drawing drawing, double smallest) {
    int rows = (int) (grid.height() / smallest);
    int columns = (int) (grid.width() / smallest);
    Reduced reduced = Reduced.of(cells, scale, rows, columns, look);
    drawing.fill(grid, 0, Tint.of(Ink.SURFACE));
    drawing.add(new Mark.Raster(grid, scale.ramp(), reduced.at()));
    hatch(drawing, reduced);
    drawing.outline(grid, 0, Stroke.of(Ink.LINE, 1));
    return reduced;
  }

  /** Hatches what is masked in bands of rows: what is masked in every row of a band. */
  private void hatch(Drawing drawing, Reduced reduced) {
    int rows = reduced.at().numRows;
    int columns = reduced.at().numCols;
    double height = grid.height() / rows;
    double width = grid.width() / columns;
    int band = Math.max(1, (int) Math.round(4 / height));
    for (int top = 0; top < rows; top += band) {
      int bottom = Math.min(rows, top + band);
      int start = -1;
      for (int column = 0; column <= columns; column++) {
        boolean masked = column < columns && masked(reduced, top, bottom, column);
        if (masked && start < 0) {
          start = column;
        } else if (!masked && start >= 0) {
          Rect rect =
              new Rect(
                  grid.x() + start * width,
                  grid.y() + top * height,
                  (column - start) * width,
                  (bottom - top) * height);
          drawing.add(new Mark.Hatch(rect, 6, Stroke.of(Ink.HATCH, 1)));
          start = -1;
        }
      }
    }
  }

  private static boolean masked(Reduced reduced, int top, int bottom, int column) {
    for (int row = top; row < bottom; row++) {
      if (!Float.isNaN(reduced.at().get(row, column))) {
        return false;
      }
    }
    return true;
  }
}
