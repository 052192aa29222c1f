package attentionscope.figure.recurrent;

import attentionscope.trace.TensorId;
import java.util.List;

/**
 * One layer unrolled, or one direction of it.
 *
 * @param id such as {@code encoder.0} or {@code encoder.0.backward}
 * @param layer from 0
 * @param backward whether it goes from the last step to the first
 * @param steps by their numbers
 */
record Lane(TensorId id, int layer, boolean backward, List<UnrolledStep> steps) {

  Lane {
    steps = List.copyOf(steps);
  }

  /** The step that is computed last. */
  UnrolledStep end() {
    return backward ? steps.getFirst() : steps.getLast();
  }
}
