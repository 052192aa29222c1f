package attentionscope.nn;

import attentionscope.op.PositionCode;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The table of a position code that was computed last. It follows from the code and its size alone,
 * and sines cost more than all else in a small model's run. All are equal, for what is remembered
 * is no part of what a model is.
 */
final class RecentTable {

  private record Known(PositionCode code, FMatrixRMaj table) {}

  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  /** What the code gives; shared, so nobody may change it. */
  FMatrixRMaj of(PositionCode code) {
    @Nullable Known last = known.get();
    if (last != null && last.code.equals(code)) {
      return last.table;
    }
    FMatrixRMaj table = code.forward(List.of());
    known.set(new Known(code, table));
    return table;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecentTable;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
