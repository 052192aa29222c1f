package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Rect;
import attentionscope.tensor.Axis;
import attentionscope.trace.CellRef;
import attentionscope.trace.Expr;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Theme;
import attentionscope.view.Track;
import attentionscope.workspace.View;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does with the window, done by a robot. */
class WindowTest {

  private static final String LESSON = "13-scaled-dot-product";
  private static final String HEAD = "encoder.0.self.head.0.";

  private static Program program;

  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private PrintStream before;
  private TestWindow window;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @BeforeEach
  void open() throws Exception {
    before = System.err;
    window = TestWindow.open(program, LESSON, 3);
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() throws Exception {
    window.close();
    System.setErr(before);
    assertEquals("", complaints.toString(StandardCharsets.UTF_8), "nothing on stderr");
  }

  @Test
  void beginsWithTheLesson() throws Exception {
    String heading = window.find(".lesson-heading", Label.class).getText();
    assertEquals(window.shown().lecture().orElseThrow().spoken().title(), heading);
    assertEquals(View.STEPS, window.shown().workspace().view());
    assertFalse(window.canvas().figure().hits().isEmpty());
  }

  @Test
  void anEditedTokenIsComputedAtOnce() throws Exception {
    type(1, "stay");
    window.until(() -> sourceTokens().equals(List.of("I", "stay", "home")));
    assertEquals("I stay home", window.shown().workspace().input().source());
  }

  @Test
  void aWordMoreMakesARowMore() throws Exception {
    window.click(window.find(".token-add", Button.class));
    window.robot.write("home");
    window.until(() -> sourceTokens().equals(List.of("I", "go", "home", "home")));
  }

  @Test
  void anUnknownWordIsSaidAndThePictureStays() throws Exception {
    List<String> tokens = sourceTokens();
    type(1, "gone");
    window.until(() -> window.window.session().shown().fault().isPresent());
    String said = window.find(".token-fault", Label.class).getText();
    assertTrue(said.contains("gone") && said.contains("go"), said);
    assertEquals(tokens, sourceTokens());
    assertEquals("gone", chip(1).getText());
    window.robot.type(KeyCode.BACK_SPACE, 2);
    window.until(() -> window.window.session().shown().fault().isEmpty());
    assertEquals(tokens, sourceTokens());
  }

  @Test
  void aClickedCellIsExplained() throws Exception {
    CellRef cell = new CellRef(TensorId.of(HEAD + "scores"), 1, 2);
    clickOn(cell);
    window.until(() -> focus().equals(Optional.of(cell)));
    Node node = window.shown().trace().find(cell.id()).orElseThrow();
    Expr expr = node.explain(1, 2);
    assertEquals(Float.floatToRawIntBits(node.at(1, 2)), Float.floatToRawIntBits(expr.value()));
    // go = (2,0,0,1) and the key of home = (2,0,0,0)
    assertEquals(4f, expr.value());
    assertEquals("scores[1,2]", window.find(".cell-name", Label.class).getText());
    assertEquals("4.000", window.find(".cell-value", Label.class).getText());
    String spoken = window.find(".formula-box", javafx.scene.layout.VBox.class).getAccessibleText();
    assertTrue(spoken.contains("4"), spoken);
  }

  @Test
  void operandsAreFollowedAndEscapeLeadsBack() throws Exception {
    CellRef cell = new CellRef(TensorId.of(HEAD + "scores"), 1, 2);
    clickOn(cell);
    window.until(() -> focus().equals(Optional.of(cell)));
    window.robot.type(KeyCode.ENTER).type(KeyCode.SPACE);
    window.until(() -> focus().map(CellRef::id).equals(Optional.of(TensorId.of(HEAD + "q"))));
    window.robot.type(KeyCode.ESCAPE);
    window.until(() -> focus().equals(Optional.of(cell)));
  }

  @Test
  void arrowsMoveTheCursor() throws Exception {
    CellRef cell = new CellRef(TensorId.of(HEAD + "scores"), 1, 1);
    clickOn(cell);
    window.until(() -> focus().equals(Optional.of(cell)));
    window.robot.type(KeyCode.RIGHT);
    window.until(() -> focus().equals(Optional.of(new CellRef(cell.id(), 1, 2))));
    window.robot.type(KeyCode.UP);
    window.until(() -> focus().equals(Optional.of(new CellRef(cell.id(), 0, 2))));
  }

  @Test
  void aCellSetByHandChangesWhatFollows() throws Exception {
    CellRef cell = new CellRef(TensorId.of(HEAD + "scores"), 0, 2);
    clickOn(cell);
    window.until(() -> focus().equals(Optional.of(cell)));
    float was = weight(0, 2);
    TextField field = window.find(".what-if .text-field", TextField.class);
    FxThread.call(
        () -> {
          field.requestFocus();
          return true;
        });
    window.robot.write("0").type(KeyCode.ENTER);
    window.until(() -> !window.window.session().shown().workspace().interventions().isEmpty());
    assertTrue(weight(0, 2) < was);
    window.click(window.find(".change", Button.class));
    window.until(() -> window.window.session().shown().workspace().interventions().isEmpty());
    assertEquals(was, weight(0, 2));
  }

  @Test
  void languageChangesWhileItRuns() throws Exception {
    String english = window.find(".lesson-heading", Label.class).getText();
    window.click(button("한국어"));
    window.until(() -> button("수업") != null);
    assertFalse(window.find(".lesson-heading", Label.class).getText().equals(english));
    window.click(button("English"));
    window.until(() -> button("Lessons") != null);
    assertEquals(english, window.find(".lesson-heading", Label.class).getText());
  }

  @Test
  void themeChangesWhileItRuns() throws Exception {
    window.click(named("Dark theme"));
    window.until(() -> window.window.session().shown().theme() == Theme.DARK);
    String sheet = FxThread.call(() -> window.stage.getScene().getUserAgentStylesheet());
    assertTrue(sheet.contains("dark"), sheet);
    window.click(named("Light theme"));
    window.until(() -> window.window.session().shown().theme() == Theme.LIGHT);
  }

  @Test
  void stepBackAndJump() throws Exception {
    window.robot.type(KeyCode.SPACE);
    window.until(() -> step() == 4);
    window.robot.type(KeyCode.PAGE_UP).type(KeyCode.PAGE_UP);
    window.until(() -> step() == 2);
    javafx.scene.control.Slider progress =
        window.find(".progress", javafx.scene.control.Slider.class);
    double wide = FxThread.call(progress::getWidth);
    double high = FxThread.call(progress::getHeight);
    window.robot.clickOn(window.onScreen(progress, wide * 0.75, high / 2));
    window.until(() -> step() > 6);
    window.robot.type(KeyCode.HOME);
    window.until(() -> step() == 0);
  }

  @Test
  void spaceGoesOnSteppingWhateverChanges() throws Exception {
    window.robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
    window.until(() -> window.window.session().shown().workspace().view() == View.ATTENTION);
    for (int step = 4; step < 9; step++) {
      int next = step;
      window.robot.type(KeyCode.SPACE);
      window.until(() -> step() == next);
    }
    window.robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2).type(KeyCode.SPACE);
    window.until(() -> step() == 9);
  }

  @Test
  void theCalculationIsPlayedForwardsAndBackwards() throws Exception {
    window.click(button("Calculation"));
    window.until(
        () -> window.window.session().shown().ride().orElseThrow().track() == Track.CALCULATION);
    int start = moment();
    window.click(button("Step"));
    window.until(() -> moment() == start + 1);
    window.click(button("Back"));
    window.until(() -> moment() == start);
    window.click(button("Play"));
    window.until(() -> moment() > start + 1);
    window.click(button("Pause"));
    assertFalse(window.shown().chrome().playing());
  }

  @Test
  void switchesActOnTheRunItself() throws Exception {
    float scaled = weight(0, 2);
    window.click(button("look-ahead"));
    window.until(() -> weight(0, 2) == 0);
    window.click(button("none"));
    window.until(() -> weight(0, 2) == scaled);
    window.click(window.find(".toggle-switch", atlantafx.base.controls.ToggleSwitch.class));
    window.until(() -> weight(0, 2) > scaled);
  }

  @Test
  void undoTakesBackAnEditAsAWhole() throws Exception {
    type(1, "stay");
    window.until(() -> sourceTokens().equals(List.of("I", "stay", "home")));
    window.robot.type(KeyCode.ENTER);
    window.robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    window.until(() -> sourceTokens().equals(List.of("I", "go", "home")));
  }

  @Test
  void anythingIsFoundByAFewLetters() throws Exception {
    window.robot.push(KeyCode.SHORTCUT, KeyCode.K);
    window.until(() -> window.stage.getScene().getFocusOwner() instanceof TextField);
    window.robot.write("source.embedding.weight").type(KeyCode.ENTER);
    window.until(
        () ->
            window
                .window
                .session()
                .shown()
                .workspace()
                .focus()
                .map(Region::id)
                .equals(Optional.of(TensorId.of("source.embedding.weight"))));
  }

  @Test
  void helpListsEveryKey() throws Exception {
    window.robot.type(KeyCode.F1);
    window.until(() -> window.stage.getScene().lookup(".help-sheet") != null);
    window.robot.type(KeyCode.ESCAPE);
    window.until(() -> window.stage.getScene().lookup(".help-sheet") == null);
  }

  @Test
  void aQuestionIsAnsweredByAClickOnACell() throws Exception {
    window.robot.type(KeyCode.PAGE_UP);
    window.until(() -> step() == 2);
    clickOn(new CellRef(TensorId.of(HEAD + "scores"), 1, 2));
    window.until(() -> attempt().isDone());
    assertTrue(attempt().isRight());
  }

  private attentionscope.lesson.Attempt attempt() {
    return window
        .window
        .session()
        .shown()
        .lecture()
        .orElseThrow()
        .spoken()
        .asked()
        .orElseThrow()
        .attempt();
  }

  private void type(int index, String word) throws Exception {
    window.click(chip(index));
    window.robot.push(KeyCode.SHORTCUT, KeyCode.A);
    window.robot.write(word);
  }

  private TextField chip(int index) throws Exception {
    return FxThread.call(
        () ->
            TestWindow.all(window.stage.getScene().getRoot()).stream()
                .filter(node -> node.getStyleClass().contains("token-chip"))
                .map(TextField.class::cast)
                .toList()
                .get(index));
  }

  private void clickOn(CellRef cell) throws Exception {
    window.until(() -> !window.canvas().figure().placesOf(cell).isEmpty());
    Rect place = window.canvas().figure().placesOf(cell).getFirst();
    window.robot.clickOn(window.onScreen(window.canvas(), place.centerX(), place.centerY()));
  }

  private javafx.scene.control.ButtonBase button(String text) throws Exception {
    return FxThread.call(
        () ->
            TestWindow.all(window.stage.getScene().getRoot()).stream()
                .filter(javafx.scene.control.ButtonBase.class::isInstance)
                .map(javafx.scene.control.ButtonBase.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElse(null));
  }

  private javafx.scene.control.ButtonBase named(String name) throws Exception {
    return button(name);
  }

  private List<String> sourceTokens() {
    Node tokens =
        window.window.session().shown().trace().find(TensorId.of("source.tokens")).orElseThrow();
    Axis axis = tokens.rows();
    return axis.labels();
  }

  private float weight(int row, int column) {
    return window
        .window
        .session()
        .shown()
        .trace()
        .find(TensorId.of(HEAD + "weights"))
        .orElseThrow()
        .at(row, column);
  }

  private Optional<CellRef> focus() {
    return window.window.session().shown().workspace().focus().flatMap(Region::asCell);
  }

  private int step() {
    return window.window.session().shown().lecture().orElseThrow().player().index();
  }

  private int moment() {
    return window.window.session().shown().rides().stream()
        .filter(ride -> ride.track() == Track.CALCULATION)
        .findFirst()
        .orElseThrow()
        .at();
  }
}
