package attentionscope.figure;

import attentionscope.trace.CellRef;
import attentionscope.trace.TensorId;
import java.util.Optional;
import java.util.function.Function;

/** An area of a figure that stands for something. */
public sealed interface Hit {

  Rect rect();

  /** What is at a point, if the point is in the area. */
  Optional<Found> at(double x, double y);

  /**
   * What was found.
   *
   * @param target what it is
   * @param rect where it is
   * @param reading the same in words
   */
  record Found(Target target, Rect rect, String reading) {}

  /** One thing. */
  record Area(Rect rect, Target target, String reading) implements Hit {
    @Override
    public Optional<Found> at(double x, double y) {
      return rect.contains(x, y) ? Optional.of(found()) : Optional.empty();
    }

    public Found found() {
      return new Found(target, rect, reading);
    }
  }

  /**
   * All cells of a matrix, laid out evenly.
   *
   * @param id the matrix
   * @param rows of the matrix, not of the picture
   * @param columns of the matrix
   * @param transposed whether matrix rows run to the right
   * @param read says a cell in words
   */
  record Grid(
      Rect rect,
      TensorId id,
      int rows,
      int columns,
      boolean transposed,
      Function<CellRef, String> read)
      implements Hit {

    @Override
    public Optional<Found> at(double x, double y) {
      if (!rect.contains(x, y)) {
        return Optional.empty();
      }
      int across = transposed ? rows : columns;
      int down = transposed ? columns : rows;
      int right = Math.min(across - 1, (int) ((x - rect.x()) / rect.width() * across));
      int under = Math.min(down - 1, (int) ((y - rect.y()) / rect.height() * down));
      CellRef ref = transposed ? new CellRef(id, right, under) : new CellRef(id, under, right);
      return Optional.of(new Found(new Target.Cell(ref), rectOf(ref), read.apply(ref)));
    }

    /** Where a cell is. */
    public Rect rectOf(CellRef ref) {
      int right = transposed ? ref.row() : ref.column();
      int under = transposed ? ref.column() : ref.row();
      double width = rect.width() / (transposed ? rows : columns);
      double height = rect.height() / (transposed ? columns : rows);
      return new Rect(rect.x() + right * width, rect.y() + under * height, width, height);
    }
  }
}
