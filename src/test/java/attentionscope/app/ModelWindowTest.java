package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.figure.Target;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does with the view of a whole model, done by a robot. */
class ModelWindowTest {

  private static Program program;

  @TempDir private Path folder;
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

  private void open(Opening opening) throws Exception {
    window = TestWindow.open(program, opening);
    seen = new Seen(window);
  }

  private void openTranslation() throws Exception {
    open(
        new Opening.Of(
            Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am a student"))
                .withView(View.MODEL)));
  }

  private Shown now() throws Exception {
    return window.shown();
  }

  private Optional<TensorId> focus() throws Exception {
    return now().workspace().focus().map(Region::id);
  }

  @Test
  void everyHeadOfEveryLayerIsThere() throws Exception {
    openTranslation();
    for (String site :
        List.of("encoder.0.self", "encoder.1.self", "decoder.0.self", "decoder.1.cross")) {
      for (int head = 0; head < 4; head++) {
        Region weights = Region.all(TensorId.of(site + ".head." + head + ".weights"));
        assertEquals(1, seen.figure().placesOf(weights).size(), weights.toString());
      }
    }
    assertTrue(
        Seen.texts(seen.figure()).contains("45,408 parameters · 2 layers + 2 layers · width 32"));
  }

  @Test
  void aLayerOpensAndItsMatricesOpenLarge() throws Exception {
    openTranslation();
    Region matrix = Region.all(TensorId.of("encoder.1.self.q.weight"));
    assertTrue(seen.figure().placesOf(matrix).isEmpty());
    seen.click(new Target.Control("model.layer.encoder.1"));
    window.until(() -> !seen.figure().placesOf(matrix).isEmpty());
    assertEquals(View.MODEL, now().workspace().view());
    seen.click(new Target.Area(matrix));
    window.until(() -> now().workspace().view() == View.ATTENTION);
    assertEquals(Optional.of(matrix), now().workspace().focus());
    window.robot.type(KeyCode.ESCAPE);
    window.until(() -> now().workspace().view() == View.MODEL);
  }

  @Test
  void arrowKeysGoFromLayerToLayer() throws Exception {
    openTranslation();
    FigureCanvas canvas = window.canvas();
    FxThread.call(
        () -> {
          canvas.requestFocus();
          return true;
        });
    for (String layer : List.of("encoder.0", "encoder.1", "decoder.0", "decoder.1", "decoder.1")) {
      window.robot.type(KeyCode.UP);
      window.until(() -> focus().filter(id -> id.path().startsWith(layer)).isPresent());
    }
    window.robot.type(KeyCode.DOWN);
    window.until(() -> focus().filter(id -> id.path().startsWith("decoder.0")).isPresent());
  }

  @Test
  void anUnknownFamilyShowsItsMatricesAndWhatIsMissing() throws Exception {
    Path from = ReferenceFolder.find().resolve("hf").resolve("gpt2");
    Files.copy(from.resolve("model.safetensors"), folder.resolve("model.safetensors"));
    Files.writeString(
        folder.resolve("config.json"),
        Files.readString(from.resolve("config.json")).replace("\"gpt2\"", "\"mamba\""));
    open(new Opening.OfModel(folder.toString()));
    assertTrue(now().trace().nodes().isEmpty());
    assertTrue(
        seen.read(
            () ->
                TestWindow.all(window.stage.getScene().getRoot()).stream()
                    .anyMatch(
                        node ->
                            node instanceof javafx.scene.control.Label label
                                && label.getText().contains("“mamba”"))));
    TableView<?> table = seen.one(TableView.class, one -> true);
    int all = seen.read(() -> table.getItems().size());
    assertEquals(now().opened().card().tensors().orElseThrow().arrays().size(), all);
    TextField filter =
        seen.one(TextField.class, one -> "A part of a name".equals(one.getPromptText()));
    window.click(filter);
    window.robot.write("h.1.MLP");
    window.until(() -> table.getItems().size() < all);
    window.click(table);
    window.robot.type(KeyCode.HOME);
    window.until(
        () -> now().workspace().tensor().filter(name -> name.contains("h.1.mlp")).isPresent());
    String chosen = now().workspace().tensor().orElseThrow();
    window.until(() -> Seen.texts(seen.figure()).contains(chosen));
    assertFalse(now().fault().isPresent());
  }
}
