package attentionscope.trace;

import java.util.function.Consumer;

/**
 * Somebody who looks at a run while it is computed.
 *
 * @param patience after how many milliseconds there is something to be seen: what is done before is
 *     seen when it is done
 * @param told is given what there is so far, on the thread that computes
 */
public record Watcher(long patience, Consumer<Trace> told) {

  /** So long passes before a watcher is told again, in milliseconds. */
  static final long PAUSE = 250;

  /** Nobody looks before the end. */
  public static final Watcher NOBODY = new Watcher(Long.MAX_VALUE, trace -> {});
}
