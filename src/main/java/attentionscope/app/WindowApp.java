package attentionscope.app;

import attentionscope.files.Problem;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The program with a window. */
public final class WindowApp {

  private WindowApp() {}

  /**
   * Opens a window and returns when it is closed.
   *
   * @param kept what was kept from the last time
   * @param keeper keeps what is to be there the next time
   * @throws Problem when what it opens with cannot be shown
   */
  public static void launch(Program program, Opening opening, Kept kept, Keeper keeper)
      throws Problem {
    Opening ahead = new Opening.Ahead(opening, program, kept.progress());
    FxThread.start();
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    try {
      FxThread.call(
          () -> {
            Stage stage = new Stage();
            Window window =
                new Window(stage, program, ahead, kept, keeper, new SystemChooser(stage));
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
