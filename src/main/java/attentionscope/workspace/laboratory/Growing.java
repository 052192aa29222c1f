package attentionscope.workspace.laboratory;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A list that only grows. What {@link #all} handed out never changes, and costs nothing to hand
 * out; one thread at a time may add.
 */
final class Growing<T> {

  private static final int FIRST = 256;

  private Object[] values = new Object[FIRST];
  private int size;

  void add(T value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** All there are by now. */
  @SuppressWarnings("unchecked") // nothing else was put in
  List<T> all() {
    return Collections.unmodifiableList((List<T>) Arrays.asList(values).subList(0, size));
  }
}
