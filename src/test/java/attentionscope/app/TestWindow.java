package attentionscope.app;

import attentionscope.files.ProgramFolder;
import attentionscope.lesson.Progress;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.view.canvas.FigureCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on the headless platform's screen of 1000 x 1000, and a robot before it. */
final class TestWindow {

  static {
    System.setProperty("testfx.robot", "glass");
    System.setProperty("testfx.headless", "true");
  }

  private static final int PATIENCE = 20;
  private static final int LONG_PATIENCE = 240;

  final FxRobot robot = new FxRobot();
  Stage stage;
  Window window;

  private TestWindow(Stage stage, Window window) {
    this.stage = stage;
    this.window = window;
  }

  static Program program() throws Exception {
    return Program.load(ProgramFolder.find());
  }

  /** Opens a lesson's step, in English and light. */
  static TestWindow open(Program program, String lesson, int step) throws Exception {
    return open(program, new Opening.OfLesson(lesson, step));
  }

  static TestWindow open(Program program, Opening opening) throws Exception {
    return open(program, opening, List.of(), Chooser.NOBODY);
  }

  /**
   * @param recent what was opened before
   * @param chooser answers in the place of the user
   */
  static TestWindow open(Program program, Opening opening, List<String> recent, Chooser chooser)
      throws Exception {
    FxThread.start();
    Preferences english = new Preferences(Optional.of("en"), Optional.of(Theme.LIGHT), recent);
    Kept before = new Kept(english, Progress.NONE, Optional.empty());
    TestWindow made =
        FxThread.call(
            () -> {
              Stage stage = new Stage();
              return new TestWindow(
                  stage, new Window(stage, program, opening, before, new Forgetful(), chooser));
            });
    WaitForAsyncUtils.waitForFxEvents();
    return made;
  }

  void close() throws Exception {
    FxThread.call(
        () -> {
          stage.close();
          return true;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  Shown shown() throws Exception {
    return FxThread.call(() -> window.session().shown());
  }

  /** Asks for something, as a control would. */
  void send(Intent intent) throws Exception {
    FxThread.call(
        () -> {
          window.session().send(intent);
          return intent;
        });
  }

  /** Waits until something is so. */
  void until(Callable<Boolean> condition) throws Exception {
    until(condition, PATIENCE);
  }

  /** Waits until something is so that takes a while: a model has learned something. */
  void patiently(Callable<Boolean> condition) throws Exception {
    until(condition, LONG_PATIENCE);
  }

  private void until(Callable<Boolean> condition, int patience) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          patience, TimeUnit.SECONDS, () -> FxThread.call(() -> hold(condition)));
    } catch (TimeoutException late) {
      throw new AssertionError("still not so after " + patience + " s", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Keeps nothing. */
  private static final class Forgetful implements Keeper {
    @Override
    public void keep(Preferences preferences) {}

    @Override
    public void keep(Progress progress) {}
  }

  private static boolean hold(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The canvas that is seen. */
  FigureCanvas canvas() throws Exception {
    return FxThread.call(
        () ->
            all(stage.getScene().getRoot()).stream()
                .filter(FigureCanvas.class::isInstance)
                .map(FigureCanvas.class::cast)
                .findFirst()
                .orElseThrow());
  }

  /** Every node that is seen. */
  static List<Node> all(Parent root) {
    List<Node> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> nodes) {
    if (!node.isVisible()) {
      return;
    }
    nodes.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
    }
  }

  <N extends Node> N find(String selector, Class<N> kind) throws Exception {
    return FxThread.call(
        () -> {
          Set<Node> found = stage.getScene().getRoot().lookupAll(selector);
          return found.stream()
              .filter(kind::isInstance)
              .map(kind::cast)
              .findFirst()
              .orElseThrow(() -> new AssertionError("nothing is " + selector));
        });
  }

  /** Where the middle of a place in a node is on the screen. */
  Point2D onScreen(Node node, double x, double y) throws Exception {
    return FxThread.call(() -> node.localToScreen(x, y));
  }

  void click(Node node) throws Exception {
    Bounds bounds =
        FxThread.call(
            () -> {
              stage.getScene().getRoot().applyCss();
              stage.getScene().getRoot().layout();
              return node.localToScreen(node.getLayoutBounds());
            });
    robot.clickOn(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
