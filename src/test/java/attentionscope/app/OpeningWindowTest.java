package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.ProgramFolder;
import attentionscope.language.Texts;
import attentionscope.trace.Trace;
import attentionscope.view.Shown;
import attentionscope.view.busy.BusyBar;
import attentionscope.workspace.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody opens, and how. */
class OpeningWindowTest {

  private static final String BEGIN = "toy/i-go-home";
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

  private void begin(List<String> recent, Optional<Path> chosen) throws Exception {
    Chooser chooser =
        new Chooser() {
          @Override
          public Optional<Path> folder(Texts texts) {
            return chosen;
          }

          @Override
          public Optional<Path> file(Texts texts) {
            return chosen;
          }
        };
    window = TestWindow.open(program, new Opening.OfModel(BEGIN), recent, chooser);
    seen = new Seen(window);
  }

  private Shown now() throws Exception {
    return window.shown();
  }

  private String model() throws Exception {
    return now().workspace().model();
  }

  /** A folder of the user's with a model in it. */
  private Path copied(String name) throws IOException {
    Path from = ProgramFolder.find().assets().resolve("models").resolve(name);
    Path to = Files.createDirectories(folder.resolve("my model"));
    Files.copy(from.resolve("config.json"), to.resolve("config.json"));
    return to;
  }

  private MenuItem menuItem(String says) throws Exception {
    return seen.read(
        () ->
            ((MainMenu) window.stage.getScene().getRoot().lookup(".menu-button"))
                .getItems().stream()
                    .filter(item -> item.getText() != null && item.getText().startsWith(says))
                    .findFirst()
                    .orElseThrow());
  }

  private void fire(MenuItem item) throws Exception {
    FxThread.call(
        () -> {
          item.fire();
          return true;
        });
  }

  @Test
  void aFolderIsOpenedByTheMenu() throws Exception {
    Path model = copied("toy/translation");
    begin(List.of(), Optional.of(model));
    fire(menuItem("Open a folder"));
    window.until(() -> model().equals(model.toString()));
    assertEquals(View.MODEL, now().workspace().view());
    assertEquals("I am a student", now().workspace().input().target());
    assertTrue(now().fault().isEmpty());
  }

  @Test
  void aFileOfAWorkspaceIsOpenedByItsKeys() throws Exception {
    Path file = folder.resolve("saved.yaml");
    Files.writeString(file, "model: toy/translation\ninput: 나 는 학생 입니다\ntarget: I\nview: heads\n");
    begin(List.of(), Optional.of(file));
    window.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    window.until(() -> model().equals("toy/translation"));
    assertEquals(View.HEADS, now().workspace().view());
  }

  @Test
  void whatIsDroppedIsOpened() throws Exception {
    Path model = copied("toy/translation");
    begin(List.of(), Optional.empty());
    drag(DragEvent.DRAG_OVER, model);
    assertTrue(seen.read(() -> find(".drop-area").isVisible()));
    drag(DragEvent.DRAG_DROPPED, model);
    assertFalse(seen.read(() -> find(".drop-area").isVisible()));
    window.until(() -> model().equals(model.toString()));
  }

  private Node find(String selector) {
    return window.stage.getScene().getRoot().lookup(selector);
  }

  private void drag(EventType<DragEvent> kind, Path dropped) throws Exception {
    Dragboard board = seen.read(() -> Dragged.files(List.of(dropped.toFile())));
    Node root = window.stage.getScene().getRoot();
    FxThread.call(
        () -> {
          root.fireEvent(
              new DragEvent(
                  kind,
                  board,
                  5,
                  5,
                  5,
                  5,
                  TransferMode.COPY,
                  root,
                  root,
                  new PickResult(root, 5, 5)));
          return true;
        });
  }

  @Test
  void whatWasOpenedBeforeIsInTheMenuTheLatestFirst() throws Exception {
    Path model = copied("toy/translation");
    Path gone = folder.resolve("gone");
    begin(List.of(gone.toString(), model.toString()), Optional.empty());
    Menu recent = (Menu) menuItem("Opened before");
    FxThread.call(
        () -> {
          recent.getOnShowing().handle(null);
          return true;
        });
    window.until(() -> recent.getItems().getFirst().getText().endsWith("(not there any more)"));
    fire(recent.getItems().get(1));
    window.until(() -> model().equals(model.toString()));
    window.until(() -> recent.getItems().getFirst().getText().equals(model.toString()));
    fire(recent.getItems().get(1));
    window.until(() -> now().fault().isPresent());
    assertEquals("workspace.problem.no-model", now().fault().orElseThrow().problem().key());
  }

  @Test
  void whatCannotBeOpenedLeavesEverythingAsItWas() throws Exception {
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    Files.writeString(damaged.resolve("config.json"), "{\"model_type\": \"attention-scope\",");
    begin(List.of(), Optional.of(damaged));
    Trace trace = now().trace();
    fire(menuItem("Open a folder"));
    window.until(() -> now().fault().isPresent());
    assertSame(trace, now().trace());
    assertEquals(BEGIN, model());
    assertEquals(
        1, seen.read(() -> now().texts().say(now().fault().get().problem()).lines().count()));
  }

  /** A model that takes seconds to run. */
  private Path large() throws IOException {
    Path large = Files.createDirectories(folder.resolve("large"));
    Files.writeString(
        large.resolve("config.json"),
        """
        {"model_type": "attention-scope", "kind": "encoder-decoder",
         "encoder_layers": 12, "decoder_layers": 12, "d_model": 512, "heads": 8, "d_ff": 2048,
         "positions": {"kind": "sinusoidal"}, "seed": 7,
         "vocabulary": {"source": ["<pad>", "a"], "target": ["<pad>", "<start>", "<end>", "b"]},
         "example": {"source": "%s", "target": "%s"}}
        """
            .formatted("a ".repeat(500), "b ".repeat(500)));
    return large;
  }

  /** Presses the bar's button, once it is there. */
  private static boolean cancels(BusyBar bar) {
    List<Node> buttons = List.copyOf(bar.lookupAll(".button"));
    buttons.forEach(button -> ((Button) button).fire());
    return !buttons.isEmpty();
  }

  @Test
  void whatTakesLongCanBeCancelled() throws Exception {
    Path large = large();
    begin(List.of(), Optional.of(large));
    window.until(() -> now().trace().isWhole()); // a slow machine shows a part of it first
    Trace trace = now().trace();
    fire(menuItem("Open a folder"));
    window.until(() -> seen.has(Node.class, "Computing"));
    // at once: a robot's way there may take as long as the run
    window.until(() -> cancels(seen.one(BusyBar.class, bar -> true)));
    window.until(() -> !find(".busy-bar").isVisible());
    assertEquals(BEGIN, model());
    assertTrue(now().fault().isEmpty());
    assertSame(trace, now().trace());
  }
}
