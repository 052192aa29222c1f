package attentionscope.app;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.view.Fault;
import attentionscope.view.Fonts;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.workspace.laboratory.Laboratory;
import attentionscope.workspace.laboratory.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window on the screen. */
final class Window {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double SMALLEST_WIDTH = 800;
  private static final double SMALLEST_HEIGHT = 560;

  /** What is being written when the window closes gets this long. */
  private static final long LAST_WORDS = 20;

  private final ExecutorService worker = thread("worker");
  private final ExecutorService opener = thread("opener");
  private final ExecutorService disk = thread("disk");
  private final ChangeListener<ColorScheme> system =
      (property, was, is) -> systemChanged(Themes.of(is));

  private final List<String> shipped;
  private final Stage stage;
  private final Session session;
  private final Scene scene;
  private final Playing playing;
  private final Keeping keeping;
  private final LessonWatch watch;
  private final Following following;
  private final Laboratory laboratory;
  private Theme dressed;
  private String open = "";

  /**
   * Opens it. Called on JavaFX's thread.
   *
   * @param kept what was kept from the last time
   * @param keeper keeps what is to be there the next time
   * @param chooser asks for folders and files
   * @throws Problem when what it opens with cannot be shown
   */
  Window(Stage stage, Program program, Opening opening, Kept kept, Keeper keeper, Chooser chooser)
      throws Problem {
    this.stage = stage;
    shipped = program.runner().library().shipped();
    Preferences preferences = kept.preferences();
    Fonts.load(program.folder());
    Texts texts =
        preferences
            .language()
            .flatMap(program.languages()::find)
            .orElseGet(() -> program.languages().suiting(Locale.getDefault()));
    dressed =
        preferences.theme().orElseGet(() -> Themes.of(Platform.getPreferences().getColorScheme()));
    Session.Threads threads = new Session.Threads(worker, opener, Platform::runLater);
    session =
        new Session(
            program.answers(),
            program.languages(),
            opening.workspace(program, kept.progress()),
            kept.progress(),
            texts,
            dressed,
            threads);
    keeping = new Keeping(keeper, kept, disk, Platform::runLater, session::complain);
    session.subscribe(this::remember);
    Surroundings around =
        new Surroundings(chooser, () -> keeping.preferences().recent(), shipped, disk);
    Shell shell = new Shell(session, program.drawer(), keeping::heard, around);
    scene = new Scene(shell, WIDTH, HEIGHT);
    Themes.dress(scene, dressed);
    new Keyboard(shell.commands()).listen(scene);
    playing = new Playing(session);
    watch = program.watch(edited -> Platform.runLater(() -> session.edited(edited)));
    watch.start();
    session.subscribe(this::show);
    program.course().faults().stream()
        .findFirst()
        .ifPresent(fault -> session.complain(new Fault(fault.asProblem(), Optional.empty())));
    kept.fault().ifPresent(problem -> session.complain(new Fault(problem, Optional.empty())));
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    place();
    following = new Following(session, program.laboratory(), shell::stand);
    following.start();
    stage.setScene(scene);
    laboratory = program.laboratory();
    stage.setOnCloseRequest(
        event -> {
          if (laboratory.state().playing()) {
            event.consume();
            shell.askToLeave(stage::close);
          }
        });
    stage.setOnHidden(event -> close());
    stage.show();
    shell.focusView();
    if (preferences.language().isEmpty()) {
      shell.welcome();
    }
  }

  Session session() {
    return session;
  }

  /** What is asked of it when the window has closed is for nobody any more. */
  private static ExecutorService thread(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().name(name).daemon().factory(),
        new ThreadPoolExecutor.DiscardPolicy());
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
    keeping.done(session.progress());
    if (shown.theme() != dressed) {
      dressed = shown.theme();
      Themes.dress(scene, dressed);
    }
  }

  /** What was opened is to be found again. */
  private void remember(Shown shown) {
    String model = shown.workspace().model();
    if (!model.equals(open)) {
      open = model;
      if (!shipped.contains(model) && Name.parse(model).isEmpty()) {
        keeping.opened(Path.of(model).toAbsolutePath().normalize().toString());
      }
    }
  }

  private void systemChanged(Theme theme) {
    if (keeping.preferences().theme().isEmpty()) {
      session.send(new Intent.Wear(theme));
    }
  }

  private void close() {
    Platform.getPreferences().colorSchemeProperty().removeListener(system);
    playing.stop();
    watch.stop();
    following.stop();
    disk.execute(() -> keeping.training(laboratory));
    worker.shutdown();
    opener.shutdown();
    disk.shutdown();
    try {
      if (!disk.awaitTermination(LAST_WORDS, TimeUnit.SECONDS)) {
        disk.shutdownNow();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
