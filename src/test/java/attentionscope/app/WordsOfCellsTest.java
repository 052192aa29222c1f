package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.ProgramFolder;
import attentionscope.lesson.Progress;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Theme;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vocabulary of a checkpoint names what is looked at. */
class WordsOfCellsTest {

  private static final Path CHECKPOINT = Path.of("src/test/resources/families/llama-stretched");

  @TempDir private Path folder;

  private List<String> inspected(Region region) throws Exception {
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(CHECKPOINT.resolve(file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("vocab.json"), "{\"a\": 0, \" \": 1, \"c\": 2}");
    Program program = Program.load(ProgramFolder.find());
    Workspace workspace =
        Workspace.of(folder.toString(), Typed.source("ca a"))
            .withView(View.ATTENTION)
            .withFocus(region);
    FxThread.start();
    return FxThread.call(
        () -> {
          Session session =
              new Session(
                  program.answers(),
                  program.languages(),
                  workspace,
                  Progress.NONE,
                  program.languages().find("en").orElseThrow(),
                  Theme.LIGHT,
                  Session.Threads.INLINE);
          Scene scene = new Scene(new Shell(session, program.drawer()), 1200, 800);
          scene.snapshot(null);
          return TestWindow.all(scene.getRoot()).stream()
              .filter(Label.class::isInstance)
              .map(node -> ((Labeled) node).getText())
              .toList();
        });
  }

  @Test
  void aScoreSaysItsToken() throws Exception {
    List<String> said = inspected(Region.cell(TensorId.of("logits"), 1, 2));
    assertTrue(said.stream().anyMatch(line -> line.endsWith("word “c” (2)")), said.toString());
  }

  @Test
  void whatHasNoWordSaysItsNumber() throws Exception {
    List<String> said = inspected(Region.cell(TensorId.of("logits"), 1, 3));
    assertTrue(said.stream().anyMatch(line -> line.endsWith("word 3")), said.toString());
  }
}
