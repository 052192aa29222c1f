package attentionscope.figure;

import attentionscope.figure.Mark.Piece;
import java.util.ArrayList;
import java.util.List;

/** Several figures as one, each at its place. */
public final class Together {

  private final List<Mark> marks = new ArrayList<>();
  private final List<Hit> hits = new ArrayList<>();
  private final List<String> reading = new ArrayList<>();

  /** Adds a figure whose upper left corner is given. */
  public Together add(Figure figure, double x, double y) {
    figure.marks().forEach(mark -> marks.add(moved(mark, x, y)));
    figure.hits().forEach(hit -> hits.add(moved(hit, x, y)));
    reading.addAll(figure.reading());
    return this;
  }

  /** All that was added. */
  public Figure figure(double width, double height) {
    return new Figure(width, height, marks, hits, reading);
  }

  private static Hit moved(Hit hit, double x, double y) {
    return switch (hit) {
      case Hit.Area area -> new Hit.Area(area.rect().moved(x, y), area.target(), area.reading());
      case Hit.Grid grid ->
          new Hit.Grid(
              grid.rect().moved(x, y),
              grid.id(),
              grid.rows(),
              grid.columns(),
              grid.transposed(),
              grid.read());
    };
  }

  private static Mark moved(Mark mark, double x, double y) {
    return switch (mark) {
      case Mark.Box box ->
          new Mark.Box(box.rect().moved(x, y), box.radius(), box.fill(), box.stroke());
      case Mark.Line line ->
          new Mark.Line(line.x1() + x, line.y1() + y, line.x2() + x, line.y2() + y, line.stroke());
      case Mark.Path path ->
          new Mark.Path(
              path.pieces().stream().map(piece -> moved(piece, x, y)).toList(),
              path.fill(),
              path.stroke());
      case Mark.Text text ->
          new Mark.Text(
              text.x() + x,
              text.y() + y,
              text.text(),
              text.type(),
              text.tint(),
              text.align(),
              text.angle());
      case Mark.Formula formula ->
          new Mark.Formula(
              formula.rect().moved(x, y), formula.latex(), formula.size(), formula.tint());
      case Mark.Raster raster ->
          new Mark.Raster(raster.rect().moved(x, y), raster.ramp(), raster.at());
      case Mark.Hatch hatch ->
          new Mark.Hatch(hatch.rect().moved(x, y), hatch.gap(), hatch.stroke());
    };
  }

  private static Piece moved(Piece piece, double x, double y) {
    return switch (piece) {
      case Piece.Move to -> new Piece.Move(to.x() + x, to.y() + y);
      case Piece.Straight to -> new Piece.Straight(to.x() + x, to.y() + y);
      case Piece.Curve to ->
          new Piece.Curve(
              to.x1() + x, to.y1() + y, to.x2() + x, to.y2() + y, to.x() + x, to.y() + y);
      case Piece.Close close -> close;
    };
  }
}
