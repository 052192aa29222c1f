package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a number to the gradient of the loss by it, and back. */
class GradientWindowTest {

  private static final TensorId SCORES = TensorId.of("decoder.0.cross.head.1.scores");
  private static final Region SCORE = Region.cell(SCORES, 2, 1);

  private TestWindow window;

  @BeforeEach
  void open() throws Exception {
    window = TestWindow.open(TestWindow.program(), new Opening.OfModel("toy/translation"));
    window.send(new Intent.Focus(SCORE));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  @Test
  void theInspectorLeadsToTheGradientAndBack() throws Exception {
    press("How does the loss change with it?");
    Region gradient = Region.cell(SCORES.in("grad"), 2, 1);
    window.until(() -> shown().workspace().focus().equals(Optional.of(gradient)));
    Trace trace = shown().trace();
    assertTrue(trace.get(gradient.id()).at(2, 1) != 0f);
    assertEquals("∂scores[2,1]", window.find(".cell-name", Label.class).getText());

    follow("scores[2,1]");
    window.until(() -> shown().workspace().focus().equals(Optional.of(SCORE)));
    follow("∂scores[2,1]");
    window.until(() -> shown().workspace().focus().equals(Optional.of(gradient)));

    press("Without gradients");
    window.until(() -> shown().workspace().focus().equals(Optional.of(SCORE)));
    assertTrue(shown().trace().find(gradient.id()).isEmpty());
  }

  private Shown shown() {
    return window.window.session().shown();
  }

  private void press(String text) throws Exception {
    window.until(() -> buttons().stream().anyMatch(button -> button.getText().equals(text)));
    Button found =
        buttons().stream()
            .filter(button -> button.getText().equals(text))
            .findFirst()
            .orElseThrow();
    window.robot.interact(found::fire);
  }

  private List<Button> buttons() {
    return parts().stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
  }

  private void follow(String text) throws Exception {
    window.until(() -> links().stream().anyMatch(link -> link.getText().equals(text)));
    Hyperlink found =
        links().stream()
            .filter(link -> link.getText().equals(text))
            .reduce((a, b) -> b)
            .orElseThrow();
    window.robot.interact(found::fire);
  }

  private List<Hyperlink> links() {
    return parts().stream().filter(Hyperlink.class::isInstance).map(Hyperlink.class::cast).toList();
  }

  private List<Node> parts() {
    return TestWindow.all(window.stage.getScene().getRoot());
  }
}
