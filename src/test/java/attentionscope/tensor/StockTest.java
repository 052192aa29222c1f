package attentionscope.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final int ROWS = 20;
  private static final int COLUMNS = 10;

  private final Stock stock = new Stock();

  @Test
  void theNextRunIsGivenTheSameRoomAgain() {
    FMatrixRMaj first = stock.during(() -> Stock.unfilled(ROWS, COLUMNS));
    FMatrixRMaj next = stock.during(() -> Stock.unfilled(COLUMNS, ROWS));
    assertSame(first.data, next.data);
    assertEquals(COLUMNS, next.numRows);
  }

  @Test
  void oneRunIsNeverGivenTheSameRoomTwice() {
    stock.during(() -> Stock.unfilled(ROWS, COLUMNS));
    stock.during(
        () -> {
          assertNotSame(Stock.unfilled(ROWS, COLUMNS).data, Stock.unfilled(ROWS, COLUMNS).data);
          return true;
        });
  }

  @Test
  void roomThatHeldSomethingIsZeroWhereZerosAreAskedFor() {
    stock.during(
        () -> {
          FMatrixRMaj matrix = Stock.unfilled(ROWS, COLUMNS);
          matrix.fill(1f);
          return matrix;
        });
    FMatrixRMaj zeros = stock.during(() -> Stock.zeros(ROWS, COLUMNS));
    for (float cell : zeros.data) {
      assertEquals(0f, cell);
    }
  }

  @Test
  void outsideOfARunEveryMatrixIsNew() {
    FMatrixRMaj held = stock.during(() -> Stock.unfilled(ROWS, COLUMNS));
    assertNotSame(held.data, Stock.unfilled(ROWS, COLUMNS).data);
  }

  @Test
  void whatARunHasNotAskedForIsLetGo() {
    FMatrixRMaj first = stock.during(() -> Stock.unfilled(ROWS, COLUMNS));
    stock.during(() -> true);
    assertNotSame(first.data, stock.during(() -> Stock.unfilled(ROWS, COLUMNS)).data);
  }
}
