package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.ReferenceFolder;
import attentionscope.SharedFolder;
import attentionscope.figure.Hit;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.Outlook;
import attentionscope.workspace.Search;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.Writing;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody lets a model write, done by a robot. */
class GenerateWindowTest {

  private static final TensorId CROSS = TensorId.of("decoder.1.cross.head.0.weights");

  private static Program program;

  private TestWindow window;
  private Seen seen;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
  }

  @BeforeEach
  void open() throws Exception {
    Workspace start =
        Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am"))
            .withView(View.GENERATE)
            .withFocus(Region.all(CROSS));
    window = TestWindow.open(program, new Opening.Of(start));
    seen = new Seen(window);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private Shown now() {
    return window.window.session().shown();
  }

  private Writing writing() {
    return now().workspace().writing();
  }

  private int rows(TensorId matrix) {
    return now().trace().find(matrix).orElseThrow().value().numRows;
  }

  private void writes(int count) throws Exception {
    window.until(() -> writing().shown() == count && rows(CROSS) == 3 + count);
  }

  private Outlook outlook() {
    return now().outlook().orElseThrow();
  }

  @Test
  void nextWritesAndBackTakesBack() throws Exception {
    int first = outlook().next().token();
    seen.press("Next token");
    writes(1);
    int second = outlook().next().token();
    seen.press("Next token");
    writes(2);
    assertEquals(List.of(first, second), writing().written());
    seen.press("Back");
    writes(1);
    assertEquals(List.of(first, second), writing().written(), "it can be gone forth to again");
    assertEquals(second, outlook().next().token());
    seen.press("Next token");
    writes(2);
  }

  @Test
  void playingGoesOnUntilItIsStopped() throws Exception {
    seen.press("Run to the end");
    window.until(() -> writing().shown() >= 2);
    seen.press("Stop");
    int written = writing().shown();
    writes(written);
  }

  @Test
  void whileItRunsOnlyTheNewestRowIsComputedAndTheOthersFollowOnceItStops() throws Exception {
    seen.press("Run to the end");
    window.until(() -> writing().shown() >= 4);
    assertTrue(rows(CROSS) <= 4, "the run of what was there before");
    assertEquals(1, outlook().newest().find(CROSS).orElseThrow().value().numRows);
    seen.press("Stop");
    int written = writing().shown();
    writes(written);
    assertEquals(3 + written, outlook().newest().find(CROSS).orElseThrow().value().numRows);
    assertEquals(2 + written, outlook().row());
  }

  @Test
  void aSearchIsGoneThroughStepByStepAndAPressOnItsTreeIsReadAndUndone() throws Exception {
    seen.press("Beams");
    window.until(() -> outlook().search().isPresent());
    int steps = outlook().search().orElseThrow().steps();
    seen.press("Back");
    window.until(
        () -> now().workspace().writing().beams().moment().equals(OptionalInt.of(steps - 1)));
    seen.press("Step");
    window.until(() -> now().workspace().writing().beams().moment().equals(OptionalInt.of(steps)));
    Search search = outlook().search().orElseThrow();
    int kept = search.found().steps().get(steps - 2).candidates().getFirst();
    seen.click(new Target.Control("generate.hypothesis." + kept));
    writes(steps - 1);
    assertEquals(search.written(kept), writing().read());
    assertEquals(search, outlook().search().orElseThrow(), "the tree stays");
    window.send(new Intent.Undo());
    writes(0);
  }

  @Test
  void theSpaceBarWritesInTheAttentionViewAndTheHeatmapFollows() throws Exception {
    window.send(new Intent.Open(View.ATTENTION));
    window.until(() -> now().workspace().view() == View.ATTENTION);
    FxThread.call(
        () -> {
          window.window.session();
          window.stage.getScene().lookup(".figure-canvas").requestFocus();
          return true;
        });
    window.robot.type(KeyCode.SPACE);
    writes(1);
    window.robot.type(KeyCode.SPACE);
    writes(2);
    Hit.Grid grid =
        seen.figure().hits().stream()
            .filter(hit -> hit instanceof Hit.Grid one && one.id().equals(CROSS))
            .map(Hit.Grid.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(5, grid.rows());
  }

  @Test
  void settingsChangeTheChoiceAndNotTheRun() throws Exception {
    var before = now().trace();
    seen.press("By chance");
    window.until(() -> writing().way() == Writing.Way.SAMPLE);
    Slider temperature =
        seen.one(Slider.class, one -> one.getAccessibleText().startsWith("temperature"));
    FxThread.call(
        () -> {
          temperature.requestFocus();
          return true;
        });
    window.robot.type(KeyCode.LEFT);
    window.until(() -> writing().temperature() == 0.9);
    TextField seed = seen.one(TextField.class, one -> "seed".equals(one.getAccessibleText()));
    FxThread.call(
        () -> {
          seed.requestFocus();
          seed.selectAll();
          return true;
        });
    window.robot.write("42").type(KeyCode.ENTER);
    window.until(() -> writing().seed() == 42);
    assertEquals(before, now().trace());
    assertTrue(outlook().next().drawn().isPresent());
    window.send(new Intent.Undo());
    window.until(() -> writing().way() == Writing.Way.GREEDY);
  }

  @Test
  void aTokenThatIsChosenIsWritten() throws Exception {
    int unlikely = outlook().next().likeliest(4).getLast();
    assertNotEquals(unlikely, outlook().next().token());
    CellRef cell = new CellRef(Outlook.PROBABILITIES, outlook().row(), unlikely);
    seen.click(cell);
    window.until(
        () ->
            now()
                .workspace()
                .focus()
                .equals(Optional.of(Region.cell(cell.id(), cell.row(), cell.column()))));
    seen.press("Write this token");
    writes(1);
    assertEquals(List.of(unlikely), writing().written());
  }

  @Test
  void aTokenThatIsClickedTwiceIsWritten() throws Exception {
    int unlikely = outlook().next().likeliest(6).getLast();
    CellRef cell = new CellRef(Outlook.PROBABILITIES, outlook().row(), unlikely);
    Rect place = seen.figure().placesOf(cell).getFirst();
    window.robot.doubleClickOn(window.onScreen(window.canvas(), place.centerX(), place.centerY()));
    writes(1);
    assertEquals(List.of(unlikely), writing().written());
  }

  @Test
  void theHeadThatIsWatchedStaysWhileOneLooksAtProbabilities() throws Exception {
    Region other = Region.all(TensorId.of("decoder.0.self.head.3.weights"));
    seen.click(new Target.Area(other));
    window.until(() -> now().workspace().focus().orElseThrow().equals(other));
    int token = outlook().next().token();
    seen.click(new CellRef(Outlook.PROBABILITIES, outlook().row(), token));
    window.until(() -> now().workspace().focus().orElseThrow().id().equals(Outlook.PROBABILITIES));
    assertEquals("decoder.0.self.head.3", writing().watched().orElseThrow().path());
  }

  @Test
  void anotherTextBeginsAnew() throws Exception {
    seen.press("Next token");
    writes(1);
    window.send(new Intent.Retype(new Typed("나 는 학생 입니다", "I am a")));
    window.until(() -> now().workspace().input().target().equals("I am a"));
    assertEquals(List.of(), writing().written());
    assertEquals(4, rows(CROSS));
  }

  /** The other window of a test, on a checkpoint. */
  private void reopen(Path model, String text) throws Exception {
    window.close();
    Workspace start = Workspace.of(model.toString(), Typed.source(text)).withView(View.ATTENTION);
    window = TestWindow.open(program, new Opening.Of(start));
    seen = new Seen(window);
  }

  @Test
  void aCheckpointTypesOnInItsOwnWordsWhileItsHeadsAreWatched() throws Exception {
    Path model = SharedFolder.find("real/stories260k");
    reopen(model, "Once upon a time");
    TensorId head = TensorId.of("decoder.3.self.head.5.weights");
    window.send(new Intent.Focus(Region.all(head)));
    window.send(new Intent.Pace(4));
    seen.press("Play");
    window.until(() -> writing().shown() >= 7);
    seen.press("Pause");
    int count = writing().shown();
    window.until(() -> rows(head) == 5 + count);
    List<Integer> told =
        List.of(432, 383, 286, 261, 376, 298, 315, 421).subList(0, Math.min(8, count));
    assertEquals(told, writing().written().subList(0, told.size()));
    assertTrue(
        seen.figure().hits().stream()
            .anyMatch(hit -> hit instanceof Hit.Grid one && one.id().equals(head)));
    window.send(new Intent.Open(View.GENERATE));
    window.until(() -> now().workspace().view() == View.GENERATE);
    assertEquals(1, seen.figure().placesOf(Region.all(head)).size());
  }

  @Test
  void aLongTextIsWrittenAtTheSpeedOfTheTransportAndStopsWhenToldTo() throws Exception {
    reopen(SharedFolder.find("real/stories260k"), "Once upon a time");
    window.send(new Intent.Open(View.GENERATE));
    window.send(new Intent.Pace(4));
    window.until(() -> now().workspace().view() == View.GENERATE && now().outlook().isPresent());
    TensorId head = TensorId.of("decoder.4.self.head.7.weights");
    seen.press("Run to the end");
    window.until(() -> writing().shown() >= 40);
    assertTrue(rows(head) <= 6, "meanwhile only the newest rows are computed");
    seen.press("Stop");
    int count = writing().shown();
    window.until(() -> rows(head) == 5 + count);
    assertEquals(count, writing().shown(), "nothing is written any more");
    assertEquals(4 + count, outlook().row());
  }

  @Test
  void aTextThatFillsAllPositionsHasEnded() throws Exception {
    reopen(ReferenceFolder.find().resolve("hf").resolve("gpt2"), "#1 2 3");
    int longest = rows(TensorId.of("source.position.weight"));
    List<Integer> written = Collections.nCopies(longest - 3, 5);
    window.send(new Intent.Choose(writing().withWritten(written, written.size())));
    window.until(() -> writing().shown() == longest - 3);
    assertEquals(Optional.of(Outlook.Ended.LENGTH), outlook().ended());
    assertTrue(seen.button("Next token").isDisabled());
  }
}
