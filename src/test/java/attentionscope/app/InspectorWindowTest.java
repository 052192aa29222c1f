package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.view.Intent;
import attentionscope.view.Shown;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a small window lesson and inspector share a column. */
class InspectorWindowTest {

  private static final int LONG_STEP = 10;

  private static Program program;

  private TestWindow window;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @BeforeEach
  void open() throws Exception {
    window = TestWindow.open(program, "13-scaled-dot-product", LONG_STEP);
    resize(1000, 700);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void aLongStepLeavesItOneLineWithTheResult() throws Exception {
    window.until(this::isFolded);
    Label line = window.find(".fold-bar > .label", Label.class);
    assertEquals("weights[0,2] = 0.665", line.getText());
    Bounds lesson = inScene(".lesson-panel");
    Bounds bar = inScene(".fold-bar");
    assertTrue(lesson.getMaxY() <= bar.getMinY() + 1, lesson + " above " + bar);
    assertTrue(bar.getHeight() < 60, () -> "one line: " + bar);
  }

  @Test
  void aPressOpensItUntilTheNextStep() throws Exception {
    window.until(this::isFolded);
    for (String part : List.of(".label", ".button")) {
      window.click(window.find(".fold-bar > " + part, Node.class));
      window.until(() -> !isFolded());
      goTo(LONG_STEP - 1);
      goTo(LONG_STEP);
      window.until(this::isFolded);
    }
  }

  @Test
  void whoAsksForAnExplanationSeesIt() throws Exception {
    window.until(this::isFolded);
    window.robot.type(KeyCode.ENTER);
    window.until(() -> !isFolded());
  }

  @Test
  void whereThereIsRoomItIsOpen() throws Exception {
    resize(1000, 1000);
    window.until(() -> !isFolded());
  }

  private void goTo(int step) throws Exception {
    window.send(new Intent.Step(step));
    window.until(
        () -> {
          Shown now = window.window.session().shown();
          return now.lecture().orElseThrow().player().index() == step;
        });
  }

  private void resize(double width, double height) throws Exception {
    FxThread.call(
        () -> {
          window.stage.setWidth(width);
          window.stage.setHeight(height);
          return window;
        });
  }

  private boolean isFolded() {
    Node explanation = window.stage.getScene().getRoot().lookup(".inspector-panel > .scroll-pane");
    return !explanation.isVisible();
  }

  private Bounds inScene(String selector) throws Exception {
    Node node = window.find(selector, Node.class);
    return FxThread.call(() -> node.localToScene(node.getLayoutBounds()));
  }
}
