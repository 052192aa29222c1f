package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.view.Fault;
import attentionscope.view.Fonts;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window on the screen. */
final class Window {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double SMALLEST_WIDTH = 800;
  private static final double SMALLEST_HEIGHT = 560;

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("worker").daemon().factory());
  private final ChangeListener<ColorScheme> system =
      (property, was, is) -> systemChanged(Themes.of(is));

  private final Stage stage;
  private final Session session;
  private final Scene scene;
  private final Playing playing;
  private final Consumer<Preferences> keep;
  private Preferences preferences;
  private Theme dressed;

  /**
   * Opens it. Called on JavaFX's thread.
   *
   * @param keep is told what the user chose for good
   * @throws Problem when what it opens with cannot be shown
   */
  Window(
      Stage stage,
      Program program,
      Opening opening,
      Preferences preferences,
      Consumer<Preferences> keep)
      throws Problem {
    this.stage = stage;
    this.preferences = preferences;
    this.keep = keep;
    Fonts.load(program.folder());
    Texts texts =
        preferences
            .language()
            .flatMap(program.languages()::find)
            .orElseGet(() -> program.languages().suiting(Locale.getDefault()));
    dressed =
        preferences.theme().orElseGet(() -> Themes.of(Platform.getPreferences().getColorScheme()));
    session =
        new Session(
            program.answers(),
            program.languages(),
            opening.workspace(program),
            texts,
            dressed,
            new Session.Threads(worker, Platform::runLater));
    Shell shell = new Shell(session, program.drawer(), this::chose);
    scene = new Scene(shell, WIDTH, HEIGHT);
    Themes.dress(scene, dressed);
    Keyboard keyboard = new Keyboard(shell.commands());
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> keyboard.handle(scene, event));
    playing = new Playing(session);
    session.subscribe(this::show);
    program.course().faults().stream()
        .findFirst()
        .ifPresent(fault -> session.complain(new Fault(fault.asProblem(), Optional.empty())));
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    place();
    stage.setScene(scene);
    stage.setOnHidden(event -> close());
    stage.show();
    shell.focusView();
  }

  Session session() {
    return session;
  }

  private void place() {
    Rectangle2D room = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(SMALLEST_WIDTH, room.getWidth()));
    stage.setMinHeight(Math.min(SMALLEST_HEIGHT, room.getHeight()));
    stage.setWidth(Math.min(WIDTH, room.getWidth()));
    stage.setHeight(Math.min(HEIGHT, room.getHeight()));
    stage.centerOnScreen();
  }

  private void show(Shown shown) {
    stage.setTitle(shown.text("app.title"));
    if (shown.theme() != dressed) {
      dressed = shown.theme();
      Themes.dress(scene, dressed);
    }
  }

  /** The user chose a language or a theme, and not the system. */
  private void chose(Intent intent) {
    Preferences before = preferences;
    switch (intent) {
      case Intent.Speak(String code) -> preferences = preferences.withLanguage(code);
      case Intent.Wear(Theme theme) -> preferences = preferences.withTheme(theme);
      default -> {}
    }
    if (!preferences.equals(before)) {
      Preferences now = preferences;
      worker.execute(() -> keep.accept(now));
    }
  }

  private void systemChanged(Theme theme) {
    if (preferences.theme().isEmpty()) {
      session.send(new Intent.Wear(theme));
    }
  }

  private void close() {
    Platform.getPreferences().colorSchemeProperty().removeListener(system);
    playing.stop();
    worker.shutdown();
  }
}
