package attentionscope.workspace.recurrent;

import attentionscope.op.Largest;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;

/** What a run says: the likeliest word of each row of its logits. */
public final class Said {

  private static final TensorId LOGITS = TensorId.of("logits");

  private Said() {}

  /** The words, row by row; none where the run does not get that far. */
  public static List<String> of(Trace trace) {
    return trace
        .find(LOGITS)
        .map(
            logits ->
                IntStream.range(0, logits.value().numRows)
                    .mapToObj(row -> logits.columns().label(Largest.of(logits.value(), row)))
                    .toList())
        .orElse(List.of());
  }
}
