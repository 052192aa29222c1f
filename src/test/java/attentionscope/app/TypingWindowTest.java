package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.SharedFolder;
import attentionscope.trace.Node;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is typed into checkpoints, and what is chosen of recordings. */
class TypingWindowTest {

  private static Program program;

  private TestWindow window;
  private Seen seen;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private void open(Path place) throws Exception {
    window = TestWindow.open(program, new Opening.OfModel(place.toString()));
    seen = new Seen(window);
  }

  private Shown now() throws Exception {
    return window.shown();
  }

  private List<Integer> ids() throws Exception {
    Node tokens = now().trace().find(TensorId.of("source.tokens")).orElseThrow();
    List<Integer> ids = new ArrayList<>();
    for (int row = 0; row < tokens.rows().size(); row++) {
      ids.add((int) tokens.at(row, 0));
    }
    return ids;
  }

  private TextField field() throws Exception {
    return seen.one(TextField.class, one -> "Input".equals(one.getAccessibleText()));
  }

  private void type(String text) throws Exception {
    TextField field = field();
    FxThread.call(
        () -> {
          field.setText(text);
          return true;
        });
  }

  @Test
  void aModelWithoutVocabularyReadsIds() throws Exception {
    open(ReferenceFolder.find().resolve("hf").resolve("gpt2"));
    assertEquals("#0 1 2 3 4 5 6 7", field().getText());
    type("5 6 7");
    window.until(() -> ids().equals(List.of(5, 6, 7)));
    type("#9, 8");
    window.until(() -> ids().equals(List.of(9, 8)));
  }

  @Test
  void whatIsNoIdLeavesThePictureAsItWas() throws Exception {
    open(ReferenceFolder.find().resolve("hf").resolve("gpt2"));
    Trace trace = now().trace();
    type("5 six");
    window.until(() -> now().fault().isPresent());
    assertEquals("workspace.problem.not-an-id", now().fault().orElseThrow().problem().key());
    assertSame(trace, now().trace());
    assertEquals("5 six", field().getText());
    type("5 4096");
    window.until(
        () ->
            now()
                .fault()
                .filter(one -> one.problem().key().equals("nn.problem.no-token"))
                .isPresent());
    assertSame(trace, now().trace());
  }

  @Test
  void aTextBecomesIdsAndBack() throws Exception {
    open(SharedFolder.find("real/stories260k"));
    type("Once upon a time");
    window.until(() -> now().workspace().input().source().equals("Once upon a time"));
    List<Integer> before = ids();
    ToggleButton toggle = seen.one(ToggleButton.class, one -> "ids".equals(one.getText()));
    window.click(toggle);
    window.until(() -> field().getText().startsWith("#1 "));
    assertEquals(before, ids());
    assertTrue(toggle.isSelected());
    window.click(toggle);
    window.until(() -> field().getText().equals("Once upon a time"));
    assertEquals(before, ids());
    assertFalse(toggle.isSelected());
  }

  @Test
  void ofARecordingAnotherTextIsChosen() throws Exception {
    open(SharedFolder.find("real/dodrio-bert-attn"));
    assertEquals(View.ATTENTION, now().workspace().view());
    ComboBox<?> samples = seen.one(ComboBox.class, one -> true);
    assertEquals(6, seen.read(() -> samples.getItems().size()));
    Trace trace = now().trace();
    FxThread.call(
        () -> {
          samples.getSelectionModel().select(1);
          return true;
        });
    window.until(() -> now().trace() != trace);
    Node weights = now().trace().find(TensorId.of("encoder.11.self.head.11.weights")).orElseThrow();
    assertEquals("despite", weights.rows().label(1));
    FxThread.call(
        () -> {
          window.window.session().send(new Intent.Open(View.STEPS));
          return true;
        });
    window.until(() -> now().workspace().view() == View.STEPS);
    seen.press("To the model");
    window.until(() -> now().workspace().view() == View.MODEL);
    assertTrue(now().fault().isEmpty());
  }
}
