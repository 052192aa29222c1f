package attentionscope.figure.steps;

import attentionscope.trace.CellRef;
import java.util.Optional;

/**
 * A moment of the calculation: one step has just been done.
 *
 * @param index from 0 (nothing done)
 * @param step what has just been done
 * @param row the row it belongs to, or −1 at the start and at the end
 * @param column the column, or −1 where it belongs to the whole row
 * @param cell the cell it made or works towards; none for whole rows
 */
public record Moment(int index, Step step, int row, int column, Optional<CellRef> cell) {

  /** Whether it belongs to a stage. */
  public boolean in(Stage stage) {
    return step.stage().filter(stage::equals).isPresent();
  }

  /** Whether it belongs to the score of a query and a key: products, or their sum. */
  public boolean scores() {
    return in(Stage.PRODUCTS) || in(Stage.SCORES);
  }

  /** Whether it changes a score in its place: scale, bias, mask. */
  public boolean changes() {
    return in(Stage.SCALE) || in(Stage.BIAS) || in(Stage.MASK);
  }
}
