package attentionscope.view.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.canvas.CellCursor.Way;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Arrow keys go where the eye goes. */
class CellCursorTest {

  private static final TensorId Q = TensorId.of("q");
  private static final TensorId K = TensorId.of("k");
  private static final TensorId SCORES = TensorId.of("scores");

  /** Q (2 x 2) at the left, K (2 x 2) transposed below it, two cells of scores at the right. */
  private static final Figure FIGURE =
      new Figure(
          100,
          100,
          List.of(),
          List.of(
              grid(Q, new Rect(0, 0, 20, 20), false),
              grid(K, new Rect(0, 40, 20, 20), true),
              area(SCORES, 0, new Rect(60, 0, 10, 10)),
              area(SCORES, 1, new Rect(70, 0, 10, 10)),
              new Hit.Area(
                  new Rect(60, 20, 20, 5), new Target.Area(Region.all(SCORES)), "a title")),
          List.of());

  private static Hit grid(TensorId id, Rect rect, boolean transposed) {
    return new Hit.Grid(rect, id, 2, 2, transposed, CellRef::toString);
  }

  private static Hit area(TensorId id, int column, Rect rect) {
    return new Hit.Area(rect, new Target.Cell(new CellRef(id, 0, column)), "");
  }

  private static Optional<CellRef> next(TensorId id, int row, int column, Way way) {
    return CellCursor.next(FIGURE, new CellRef(id, row, column), way);
  }

  private static Optional<CellRef> cell(TensorId id, int row, int column) {
    return Optional.of(new CellRef(id, row, column));
  }

  @Test
  void withinAMatrixToTheNextCell() {
    assertEquals(cell(Q, 0, 1), next(Q, 0, 0, Way.RIGHT));
    assertEquals(cell(Q, 1, 0), next(Q, 0, 0, Way.DOWN));
  }

  @Test
  void aTransposedMatrixIsWalkedAsItIsSeen() {
    assertEquals(cell(K, 1, 0), next(K, 0, 0, Way.RIGHT));
    assertEquals(cell(K, 0, 1), next(K, 0, 0, Way.DOWN));
  }

  @Test
  void atTheEdgeToTheNeighbour() {
    assertEquals(cell(SCORES, 0, 0), next(Q, 0, 1, Way.RIGHT));
    assertEquals(cell(Q, 0, 1), next(SCORES, 0, 0, Way.LEFT));
    assertEquals(cell(K, 1, 0), next(Q, 1, 1, Way.DOWN));
    assertEquals(cell(SCORES, 0, 1), next(SCORES, 0, 0, Way.RIGHT));
  }

  @Test
  void nowhereWhereNothingLies() {
    assertEquals(Optional.empty(), next(Q, 0, 0, Way.LEFT));
    assertEquals(Optional.empty(), next(Q, 0, 0, Way.UP));
  }

  @Test
  void fromSomethingThatIsNotShownToTheFirstCell() {
    assertEquals(cell(Q, 0, 0), next(TensorId.of("v"), 0, 0, Way.RIGHT));
    assertEquals(cell(Q, 0, 0), CellCursor.start(FIGURE));
  }

  @Test
  void aMatrixIsOutlinedByItsCellsAndNotByItsTitle() {
    assertEquals(List.of(new Rect(60, 0, 20, 10)), Places.of(FIGURE, Region.all(SCORES)));
    assertEquals(List.of(new Rect(0, 0, 20, 10)), Places.of(FIGURE, Region.row(Q, 0)));
    assertEquals(List.of(), Places.of(FIGURE, Region.all(TensorId.of("v"))));
  }
}
