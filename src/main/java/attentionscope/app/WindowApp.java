package attentionscope.app;

import attentionscope.files.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The program with a window. */
public final class WindowApp {

  private WindowApp() {}

  /**
   * Opens a window and returns when it is closed.
   *
   * @param keep is told what the user chose for good
   * @throws Problem when what it opens with cannot be shown
   */
  public static void launch(
      Program program, Opening opening, Preferences preferences, Consumer<Preferences> keep)
      throws Problem {
    FxThread.start();
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    try {
      FxThread.call(
          () -> {
            Stage stage = new Stage();
            Window window = new Window(stage, program, opening, preferences, keep);
            stage
                .showingProperty()
                .addListener((property, was, is) -> closed.complete(window != null));
            return window;
          });
      closed.join();
    } finally {
      Platform.exit();
    }
  }
}
