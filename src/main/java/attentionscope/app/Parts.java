package attentionscope.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Hands parts of an answer to the window; of those that it has no time for only the last. */
final class Parts implements Consumer<Answer> {

  private final Consumer<Runnable> window;
  private final Consumer<Answer> show;
  private final AtomicReference<Optional<Answer>> waiting = new AtomicReference<>(Optional.empty());

  /**
   * @param window does something on the window's thread
   * @param show shows a part there
   */
  Parts(Consumer<Runnable> window, Consumer<Answer> show) {
    this.window = window;
    this.show = show;
  }

  @Override
  public void accept(Answer part) {
    if (waiting.getAndSet(Optional.of(part)).isEmpty()) {
      window.accept(() -> waiting.getAndSet(Optional.empty()).ifPresent(show));
    }
  }
}
