package attentionscope.tensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;

/**
 * Where operations get the matrices that they fill. As a rule each is new. A step of learning needs
 * a hundred megabytes of them and nothing of it afterwards, so it is given those of the step before
 * again: everything asked for while {@link #during} runs, on its thread, is from this stock.
 *
 * <p>Nothing that such a run has computed may be used once the next has begun.
 */
public final class Stock {

  private static final ScopedValue<Stock> CURRENT = ScopedValue.newInstance();

  private Map<Integer, Deque<float[]>> free = new HashMap<>();
  private Map<Integer, Deque<float[]>> used = new HashMap<>();

  /** A matrix of zeros. */
  public static FMatrixRMaj zeros(int rows, int columns) {
    FMatrixRMaj matrix = unfilled(rows, columns);
    if (CURRENT.isBound()) {
      matrix.zero();
    }
    return matrix;
  }

  /** A matrix of which every cell will be written: until then it holds anything. */
  public static FMatrixRMaj unfilled(int rows, int columns) {
    return FMatrixRMaj.wrap(rows, columns, room(Math.multiplyExact(rows, columns)));
  }

  /** Room for so many cells, which hold anything. */
  static float[] room(int cells) {
    return CURRENT.isBound() ? CURRENT.get().take(cells) : new float[cells];
  }

  private float[] take(int cells) {
    Deque<float[]> equal = free.get(cells);
    float[] room = equal == null || equal.isEmpty() ? new float[cells] : equal.pop();
    used.computeIfAbsent(cells, none -> new ArrayDeque<>()).push(room);
    return room;
  }

  /**
   * Does some work with matrices of this stock, by one thread at a time. What the work before was
   * given is given out again; what that left is let go.
   */
  public <T, E extends Exception> T during(ScopedValue.CallableOp<T, E> work) throws E {
    free = used;
    used = new HashMap<>();
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
