package attentionscope.lesson.expression;

import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.Optional;

/**
 * The runs an expression can look at.
 *
 * @param shown the run that is on screen
 * @param start the run the lesson starts with, for {@code baseline}
 * @param focus the matrix that is looked at
 */
public record Runs(Trace shown, Trace start, Optional<TensorId> focus) {

  /** One run for both. */
  public static Runs of(Trace trace) {
    return new Runs(trace, trace, Optional.empty());
  }
}
