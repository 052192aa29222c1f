package attentionscope.app;

import attentionscope.files.Problem;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** Runs things on JavaFX's thread and waits for them. */
final class FxThread {

  private FxThread() {}

  /** Something that may find a problem. */
  interface Work<T> {
    T call() throws Problem;
  }

  /** Starts JavaFX, unless it runs. It goes on until {@link Platform#exit}. */
  static void start() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      // that is what was wanted
      return;
    }
    Platform.setImplicitExit(false);
  }

  /** Runs it there, at once where this is that thread already. */
  static <T> T call(Work<T> work) throws Problem {
    if (Platform.isFxApplicationThread()) {
      return work.call();
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Problem | RuntimeException | Error failure) {
            done.completeExceptionally(failure);
          }
        });
    try {
      return done.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
      switch (cause) {
        case Problem problem -> throw problem;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        default -> throw new IllegalStateException(cause);
      }
    }
  }
}
