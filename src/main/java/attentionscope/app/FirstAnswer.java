package attentionscope.app;

import attentionscope.files.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * What a window begins with: whatever comes first, the whole answer or a part of it. Made on the
 * window's thread, which waits for it; where that thread computes itself, parts are left out.
 */
final class FirstAnswer {

  /** Finds an answer, and hands over parts of it on the way. */
  interface Finding {
    Answer find(Consumer<Answer> soFar) throws Problem;
  }

  private final Thread window = Thread.currentThread();
  private final CompletableFuture<Answer> first = new CompletableFuture<>();

  /**
   * Finds an answer.
   *
   * @param part is given each part but the first thing found
   * @param whole is given the answer in the end, unless that is the first thing found
   * @return what is to be done in the window
   * @throws Problem when there is no answer although there were parts of one
   */
  Runnable find(Finding finding, Consumer<Answer> part, Consumer<Answer> whole) throws Problem {
    try {
      Answer now =
          finding.find(
              soFar -> {
                if (Thread.currentThread() != window && !first.complete(soFar)) {
                  part.accept(soFar);
                }
              });
      return first.complete(now) ? () -> {} : () -> whole.accept(now);
    } catch (Problem problem) {
      if (first.completeExceptionally(problem)) {
        return () -> {};
      }
      throw problem;
    } finally {
      first.completeExceptionally(new CancellationException("there is no answer"));
    }
  }

  /**
   * Waits for what comes first.
   *
   * @throws Problem when there is no answer
   */
  Answer await() throws Problem {
    try {
      return first.join();
    } catch (CompletionException none) {
      if (none.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw none;
    }
  }
}
