package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.plane.PlaneFigure;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.view.plane.PlaneView;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A query dragged in the real window. Dragging by robot gives no events headless: fired by hand.
 */
class PlaneWindowTest {

  private static final TensorId Q = TensorId.of("decoder.0.cross.head.0.q");

  private static Program program;
  private TestWindow window;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @BeforeEach
  void open() throws Exception {
    Workspace jam =
        Workspace.of("toy/dictionary", new Typed("sweet sour", "sweeter both notsour"))
            .withView(View.PLANE)
            .withFocus(Region.row(Q, 0));
    window = TestWindow.open(program, new Opening.Of(jam));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void draggingTheHandleMovesTheQueryAndAllThatFollows() throws Exception {
    float before = output();
    Point2D from = handle();
    mouse(MouseEvent.MOUSE_PRESSED, from.getX(), from.getY());
    mouse(MouseEvent.MOUSE_DRAGGED, from.getX(), from.getY() - 40);
    window.until(() -> q(0, 1) > 0);
    assertEquals(0L, onFx(this::changesTold));
    // while it is held, nothing around it may move
    assertEquals(from.getX(), handle().getX(), 6);
    assertEquals(from.getY() - 40, handle().getY(), 6);
    mouse(MouseEvent.MOUSE_DRAGGED, from.getX(), from.getY() - 90);
    mouse(MouseEvent.MOUSE_RELEASED, from.getX(), from.getY() - 90);
    window.until(() -> q(0, 1) > 1);
    assertEquals(1f, q(0, 0));
    assertEquals(Math.rint(q(0, 1) * 10) / 10, q(0, 1), 1e-6);
    assertTrue(output() > before);
    List<Intervention> changes = window.shown().workspace().interventions();
    assertEquals(2, changes.size(), changes::toString);
    assertTrue(window.shown().trace().find(Q).orElseThrow().explain(0, 1) instanceof Expr.Changed);
    // once it is let go, what was changed is told above
    window.until(() -> changesTold() == 2);
  }

  private long changesTold() {
    return window.stage.getScene().getRoot().lookupAll(".changes-bar .change").size();
  }

  @Test
  void oneDragIsOneStepBack() throws Exception {
    for (int drag = 0; drag < 2; drag++) {
      Point2D from = handle();
      mouse(MouseEvent.MOUSE_PRESSED, from.getX(), from.getY());
      for (int y = 1; y <= 6; y++) {
        float was = q(0, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, from.getX(), from.getY() - 10 * y);
        window.until(() -> q(0, 1) > was);
      }
      mouse(MouseEvent.MOUSE_RELEASED, from.getX(), from.getY() - 60);
      int last = drag;
      window.until(() -> q(0, 1) > 0.5 * (last + 1));
    }
    float twice = q(0, 1);
    window.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    window.until(() -> q(0, 1) < twice);
    assertTrue(q(0, 1) > 0);
    window.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    window.until(() -> q(0, 1) == 0);
    assertTrue(window.shown().workspace().interventions().isEmpty());
  }

  @Test
  void arrowKeysMoveTheQueryByATenthAndWithShiftByOne() throws Exception {
    window.robot.type(KeyCode.UP);
    window.until(() -> q(0, 1) == 0.1f);
    window.robot.type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.LEFT);
    window.until(() -> q(0, 0) == 0.7f);
    window.robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    window.until(() -> q(0, 1) == -0.9f);
    assertEquals(2, window.shown().workspace().interventions().size());
  }

  @Test
  void anotherQueryIsChosenByAClickOrByKeys() throws Exception {
    Region second = Region.row(Q, 1);
    press(onFx(() -> canvas().figure().placesOf(second).getFirst()));
    window.until(() -> focus().equals(second));
    window.robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
    window.until(() -> focus().equals(Region.row(Q, 2)));
    window.robot.type(KeyCode.UP);
    window.until(() -> q(2, 1) == -0.9f);
  }

  @Test
  void theQueryStaysWhileSomethingElseIsLookedAt() throws Exception {
    send(new Intent.Focus(Region.row(Q, 2)));
    window.until(() -> focus().equals(Region.row(Q, 2)));
    Point2D there = handle();
    TensorId k = TensorId.of("decoder.0.cross.head.0.k");
    send(new Intent.Focus(Region.row(k, 1)));
    window.until(() -> focus().equals(Region.row(k, 1)));
    assertEquals(there, handle());
  }

  @Test
  void theInspectorSaysWhoSetIt() throws Exception {
    window.robot.type(KeyCode.UP);
    window.until(() -> q(0, 1) == 0.1f);
    send(new Intent.Focus(Region.cell(Q, 0, 1)));
    window.until(() -> focus().equals(Region.cell(Q, 0, 1)));
    assertEquals("q[0,1]", window.find(".cell-name", Label.class).getText());
    String spoken = window.find(".formula-box", javafx.scene.layout.VBox.class).getAccessibleText();
    assertTrue(spoken.contains("You set it to 0.100"), spoken);
  }

  @Test
  void theQueryIsPutBack() throws Exception {
    window.robot.type(KeyCode.UP);
    window.until(() -> q(0, 1) == 0.1f);
    Button back = window.find(".knobs > .button", Button.class);
    assertFalse(back.isDisabled());
    onFx(
        () -> {
          back.fire();
          return true;
        });
    window.until(() -> q(0, 1) == 0);
    assertTrue(window.shown().workspace().interventions().isEmpty());
  }

  @Test
  void aModelWithoutSuchHeadsOffersOthers() throws Exception {
    send(new Intent.OpenModel("toy/i-go-home"));
    window.until(() -> shownNow().workspace().model().equals("toy/i-go-home"));
    window.until(() -> canvas().figure().placeOf(PlaneFigure.HANDLE).isEmpty());
    Target.Control open = new Target.Control("open toy/two-heads");
    press(onFx(() -> canvas().figure().placeOf(open).orElseThrow()));
    window.until(() -> shownNow().workspace().model().equals("toy/two-heads"));
    window.until(() -> canvas().figure().placeOf(PlaneFigure.HANDLE).isPresent());
    assertEquals(View.PLANE, window.shown().workspace().view());
  }

  @Test
  void theModelsOfferedHaveHeadsOfTwoNumbers() throws Exception {
    for (String model : PlaneView.MODELS) {
      send(new Intent.OpenModel(model));
      window.until(() -> shownNow().workspace().model().equals(model));
      Trace trace = window.shown().trace();
      TensorId head = AttentionSite.of(trace).getFirst().head(0);
      Axis numbers = trace.find(head.child("q")).orElseThrow().columns();
      assertEquals(2, numbers.size(), model);
    }
  }

  @Test
  void lessonElevenIsSolvedByDragging() throws Exception {
    send(new Intent.Visit("11-query-key-value", arrows()));
    window.until(() -> shownNow().lecture().isPresent());
    window.until(() -> canvas().figure().placeOf(PlaneFigure.HANDLE).isPresent());
    assertFalse(window.shown().lecture().orElseThrow().player().attempt().isDone());
    onFx(
        () -> {
          canvas().requestFocus();
          return true;
        });
    window.robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
    for (int i = 0; i < 5; i++) {
      window.robot.type(KeyCode.UP).type(KeyCode.RIGHT);
    }
    window.until(() -> q(0, 0) == 1.5f && q(0, 1) == 1.5f);
    window.until(() -> shownNow().lecture().orElseThrow().player().attempt().isRight());
  }

  private static int arrows() {
    var steps =
        program.course().lessons().stream()
            .filter(lesson -> lesson.id().equals("11-query-key-value"))
            .findFirst()
            .orElseThrow()
            .steps();
    for (int step = 0; step < steps.size(); step++) {
      if (steps.get(step).id().equals("arrows")) {
        return step;
      }
    }
    throw new AssertionError("no such step");
  }

  // the window's insides; JavaFX's thread only where it says so

  private static <T> T onFx(Callable<T> work) throws Exception {
    return FxThread.call(
        () -> {
          try {
            return work.call();
          } catch (Exception fault) {
            throw new AssertionError(fault);
          }
        });
  }

  private Shown shownNow() {
    return window.window.session().shown();
  }

  private Region focus() {
    return shownNow().workspace().focus().orElseThrow();
  }

  private float q(int row, int column) {
    return shownNow().trace().find(Q).orElseThrow().at(row, column);
  }

  private float output() throws Exception {
    CellRef ref = new CellRef(TensorId.of("decoder.0.cross.head.0.output"), 0, 0);
    return window.shown().trace().find(ref.id()).orElseThrow().at(0, 0);
  }

  private void send(Intent intent) throws Exception {
    onFx(
        () -> {
          window.window.session().send(intent);
          return true;
        });
  }

  private FigureCanvas canvas() {
    return TestWindow.all(window.stage.getScene().getRoot()).stream()
        .filter(FigureCanvas.class::isInstance)
        .map(FigureCanvas.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Where the handle is drawn in the window. */
  private Point2D handle() throws Exception {
    return onFx(
        () -> {
          FigureCanvas canvas = canvas();
          canvas.layout();
          Rect rect = canvas.figure().placeOf(PlaneFigure.HANDLE).orElseThrow();
          return canvas.localToScene(rect.centerX(), rect.centerY());
        });
  }

  private void press(Rect place) throws Exception {
    Point2D there = onFx(() -> canvas().localToScene(place.centerX(), place.centerY()));
    mouse(MouseEvent.MOUSE_PRESSED, there.getX(), there.getY());
    mouse(MouseEvent.MOUSE_RELEASED, there.getX(), there.getY());
  }

  /** Something the mouse does at a place of the window. */
  private void mouse(EventType<MouseEvent> type, double x, double y) throws Exception {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    onFx(
        () -> {
          FigureCanvas canvas = canvas();
          Event.fireEvent(
              canvas,
              new MouseEvent(
                  type,
                  x,
                  y,
                  x,
                  y,
                  MouseButton.PRIMARY,
                  1,
                  false,
                  false,
                  false,
                  false,
                  down,
                  false,
                  false,
                  false,
                  false,
                  true,
                  null));
          return true;
        });
  }
}
