package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A window that was closed is garbage: nothing of the program or of JavaFX holds it. */
class WindowIsForgottenTest {

  private static final int TRIES = 60;

  @Test
  void aClosedWindowIsGarbage() throws Exception {
    Program program = TestWindow.program();
    // JavaFX itself remembers the last window that had the keyboard.
    TestWindow other = TestWindow.open(program, "13-scaled-dot-product", 0);
    List<WeakReference<?>> parts = openAndClose(program);
    FxThread.call(
        () -> {
          other.stage.requestFocus();
          return true;
        });
    for (WeakReference<?> part : parts) {
      for (int i = 0; i < TRIES && part.get() != null; i++) {
        System.gc();
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(50);
      }
      assertNull(part.get());
    }
    other.close();
  }

  private static List<WeakReference<?>> openAndClose(Program program) throws Exception {
    TestWindow window = TestWindow.open(program, "13-scaled-dot-product", 2);
    Stage stage = window.stage;
    List<WeakReference<?>> parts =
        List.of(
            new WeakReference<>(window.window),
            new WeakReference<>(window.window.session()),
            new WeakReference<>(stage.getScene().getRoot()),
            new WeakReference<>(stage));
    window.close();
    return parts;
  }
}
