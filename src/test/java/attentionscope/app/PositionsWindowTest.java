package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.TensorId;
import attentionscope.view.Intent;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.workspace.PositionLab;
import attentionscope.workspace.PositionLab.Encoding;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does with the positions view, done by a robot. */
class PositionsWindowTest {

  private static final TensorId CODE = TensorId.of("position.code");

  private static Program program;

  private TestWindow window;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @BeforeEach
  void open() throws Exception {
    Workspace start = Workspace.of("toy/i-go-home", Typed.source("I go home"));
    window = TestWindow.open(program, new Opening.Of(start));
    window.click(toggle("Positions"));
    window.until(() -> workspace().view() == View.POSITIONS);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private Workspace workspace() {
    return window.window.session().shown().workspace();
  }

  private PositionLab lab() {
    return workspace().lab();
  }

  private ToggleButton toggle(String text) throws Exception {
    return FxThread.call(
        () ->
            TestWindow.all(window.stage.getScene().getRoot()).stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text)));
  }

  /** A slider by the word before it. */
  private Slider slider(String name) throws Exception {
    return FxThread.call(
        () ->
            TestWindow.all(window.stage.getScene().getRoot()).stream()
                .filter(Slider.class::isInstance)
                .map(Slider.class::cast)
                .filter(one -> String.valueOf(one.getAccessibleText()).startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no slider " + name)));
  }

  private void type(Slider slider, KeyCode key, int times) throws Exception {
    FxThread.call(
        () -> {
          slider.requestFocus();
          return true;
        });
    for (int i = 0; i < times; i++) {
      window.robot.type(key);
    }
  }

  private List<FigureCanvas> canvases() {
    return TestWindow.all(window.stage.getScene().getRoot()).stream()
        .filter(FigureCanvas.class::isInstance)
        .map(FigureCanvas.class::cast)
        .toList();
  }

  @Test
  void everyEncodingIsShownWithItsFigures() throws Exception {
    for (Encoding encoding : Encoding.values()) {
      String name =
          program
              .languages()
              .find("en")
              .orElseThrow()
              .get("view.positions.encoding." + encoding.key());
      if (encoding != lab().encoding()) {
        window.click(toggle(name));
      }
      window.until(() -> lab().encoding() == encoding);
      window.until(() -> !canvases().getFirst().figure().hits().isEmpty());
      assertTrue(toggle(name).isSelected());
    }
  }

  @Test
  void keysMoveASliderAndTheCodeFollows() throws Exception {
    assertEquals(64, lab().width());
    type(slider("d_model"), KeyCode.RIGHT, 1);
    window.until(() -> codeWidth() == 65);
    assertTrue(says("has no cosine"), "65 is odd");
    type(slider("d_model"), KeyCode.LEFT, 2);
    window.until(() -> codeWidth() == 63);
  }

  private int codeWidth() {
    return window.window.session().shown().trace().find(CODE).orElseThrow().value().numCols;
  }

  private boolean says(String part) throws Exception {
    return FxThread.call(
        () ->
            canvases().stream()
                .flatMap(canvas -> canvas.figure().reading().stream())
                .anyMatch(line -> line.contains(part)));
  }

  @Test
  void aTextIsNeverShorterThanItsWords() throws Exception {
    type(slider("positions"), KeyCode.HOME, 1);
    window.until(() -> lab().length() == 3);
    assertTrue(window.shown().fault().isEmpty());
  }

  @Test
  void settingsThatAnEncodingDoesNotHaveAreAway() throws Exception {
    assertTrue(slider("shift k").isVisible());
    window.click(toggle("ALiBi"));
    window.until(() -> lab().encoding() == Encoding.ALIBI);
    boolean there =
        FxThread.call(
            () ->
                TestWindow.all(window.stage.getScene().getRoot()).stream()
                    .anyMatch(
                        node ->
                            node instanceof Slider one
                                && String.valueOf(one.getAccessibleText()).startsWith("shift")));
    assertFalse(there);
  }

  @Test
  void draggingASliderIsTakenBackAsAWhole() throws Exception {
    type(slider("look at"), KeyCode.RIGHT, 4);
    window.until(() -> lab().position() == 27);
    window.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until(() -> lab().position() == 23);
  }

  @Test
  void aClickedCellIsExplainedAndItsPositionLookedAt() throws Exception {
    CellRef cell = new CellRef(CODE, 40, 12);
    FigureCanvas canvas =
        FxThread.call(
            () ->
                canvases().stream()
                    .filter(one -> !one.figure().placesOf(cell).isEmpty())
                    .findFirst()
                    .orElseThrow());
    Rect place = FxThread.call(() -> canvas.figure().placesOf(cell).getFirst());
    window.robot.clickOn(window.onScreen(canvas, place.centerX(), place.centerY()));
    window.until(() -> lab().position() == 40);
    assertEquals("code[40,12]", window.find(".cell-name", Label.class).getText());
    assertTrue(says("The dot product") || says("Outlined: the row of position 40."));
    window.robot.type(KeyCode.RIGHT);
    window.until(() -> lab().position() == 41);
  }

  @Test
  void aCellChangedHereLeavesTheOtherViewsAsTheyAre() throws Exception {
    window.send(new Intent.Change(List.of(new Intervention.SetCell(new CellRef(CODE, 1, 0), 5))));
    window.until(() -> window.stage.getScene().getRoot().lookup(".change") != null);
    for (View view : List.of(View.STEPS, View.ATTENTION, View.POSITIONS)) {
      window.send(new Intent.Open(view));
      window.until(() -> workspace().view() == view);
      assertEquals(Optional.empty(), window.shown().fault(), view.key());
    }
    assertEquals(1, workspace().changes().size());
    for (int i = 0; i < 4; i++) { // three views and the change
      window.send(new Intent.Undo());
    }
    window.until(() -> workspace().view() == View.POSITIONS && workspace().changes().isEmpty());
  }

  @Test
  void theTestsFollowTheRun() throws Exception {
    window.until(() -> window.window.session().shown().findings().isPresent());
    window.click(toggle("integers"));
    window.until(
        () ->
            lab().encoding() == Encoding.INTEGERS
                && window.window.session().shown().findings().isPresent());
    scrollDown();
    window.until(() -> saysNow("Bounded: failed."));
  }

  private boolean saysNow(String part) {
    return canvases().stream()
        .flatMap(canvas -> canvas.figure().reading().stream())
        .anyMatch(line -> line.contains(part));
  }

  private void scrollDown() throws Exception {
    ScrollPane figures = window.find(".figures", ScrollPane.class);
    FxThread.call(
        () -> {
          figures.setVvalue(1);
          return true;
        });
  }

  @Test
  void figuresOutOfSightAreDrawnWhenTheyComeIntoIt() throws Exception {
    Figure last = FxThread.call(() -> canvases().getLast().figure());
    assertTrue(last.marks().isEmpty());
    scrollDown();
    window.until(() -> !canvases().getLast().figure().marks().isEmpty());
  }

  @Test
  void theTypedSentenceGetsItsPositions() throws Exception {
    Node chip =
        FxThread.call(() -> window.stage.getScene().getRoot().lookup(".token-row .text-field"));
    window.click(chip);
    window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
    window.robot.write("dogs");
    window.until(() -> workspace().input().source().equals("dogs go home"));
    scrollDown();
    window.until(
        () ->
            canvases().stream()
                .flatMap(canvas -> canvas.figure().hits().stream())
                .anyMatch(
                    hit ->
                        hit instanceof Hit.Grid grid
                            && grid.id().equals(TensorId.of("source.input"))
                            && grid.rows() == 3));
    assertEquals(Optional.empty(), window.shown().fault());
  }
}
