package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.matrix.MatrixLook;
import attentionscope.figure.matrix.Pointing;
import attentionscope.figure.positions.PositionPanel;
import attentionscope.figure.positions.PositionPanels;
import attentionscope.figure.positions.PositionScene;
import attentionscope.lesson.Lesson;
import attentionscope.lesson.Step;
import attentionscope.view.Intent;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lessons name figures of the positions view, and these are there and in sight. */
class LessonPanelsTest {

  private static Program program;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @Test
  void everyFigureThatALessonNamesIsThere() throws Exception {
    for (Lesson lesson : program.course().lessons()) {
      for (Step step : lesson.steps()) {
        for (Workspace shown : List.of(step.workspace(), step.answered())) {
          assertTrue(hasItsPanel(shown), lesson.id() + ": " + step.id());
        }
      }
    }
  }

  private static boolean hasItsPanel(Workspace shown) throws Exception {
    if (shown.view() != View.POSITIONS || shown.lab().panel().isEmpty()) {
      return true;
    }
    PositionScene scene =
        new PositionScene(
            shown.lab(),
            program.runner().run(shown),
            Optional.empty(),
            MatrixLook.PLAIN,
            Pointing.NONE);
    return PositionPanels.of(scene).stream()
        .map(PositionPanel::kind)
        .anyMatch(shown.lab().panel().get()::equals);
  }

  @Test
  void theClocksComeIntoSight() throws Exception {
    TestWindow window = TestWindow.open(program, "19-sine-and-cosine", 0);
    try {
      window.send(new Intent.Step(1));
      ScrollPane scroll = window.find(".figures", ScrollPane.class);
      window.until(() -> scroll.getVvalue() > 0);
      Node clocks = named(window, "Clock hands at position 1");
      Bounds place = FxThread.call(() -> clocks.localToScene(clocks.getLayoutBounds()));
      Bounds sight = FxThread.call(() -> scroll.localToScene(scroll.getLayoutBounds()));
      assertTrue(sight.contains(place), place + " within " + sight);
      assertFalse(place.isEmpty());
    } finally {
      window.close();
    }
  }

  private static Node named(TestWindow window, String name) throws Exception {
    return FxThread.call(
        () ->
            window.stage.getScene().getRoot().lookupAll(".figure-canvas").stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).contains(name))
                .findFirst()
                .orElseThrow());
  }
}
