package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.Findings;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.RecurrentPanel;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.recurrent.Cut;
import attentionscope.workspace.recurrent.GradientStudy;
import attentionscope.workspace.recurrent.LengthStudy;
import attentionscope.workspace.recurrent.ReaderStudy;
import attentionscope.workspace.recurrent.RecurrentFindings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody goes through time with a recurrent model, done by a robot. */
class RecurrentWindowTest {

  private static final String MODEL = "trained/dates-additive";
  private static final TensorId WEIGHTS = TensorId.of("decoder.attention.weights");

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
        Workspace.of(MODEL, new ModelLibrary(program.folder()).open(MODEL).example())
            .withView(View.RECURRENT)
            .withMoment(30);
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

  private Workspace workspace() {
    return now().workspace();
  }

  private RecurrentFindings found() {
    Optional<Findings> found = now().findings();
    return found.isPresent() && found.get() instanceof RecurrentFindings recurrent
        ? recurrent
        : RecurrentFindings.NONE;
  }

  private int rows() throws Exception {
    return seen.figure().hits().stream()
        .filter(hit -> hit instanceof Hit.Grid grid && grid.id().equals(WEIGHTS))
        .map(hit -> ((Hit.Grid) hit).rows())
        .findFirst()
        .orElse(0);
  }

  private void turn(String name) throws Exception {
    ToggleSwitch toggle = seen.one(ToggleSwitch.class, one -> name.equals(one.getText()));
    FxThread.call(
        () -> {
          toggle.setSelected(!toggle.isSelected());
          return true;
        });
  }

  @Test
  void stepsGoThroughTimeAndTheAlignmentGrowsARowAStep() throws Exception {
    assertEquals(1, rows());
    seen.press("Step");
    window.until(() -> workspace().moment().orElse(0) == 31);
    assertEquals(2, rows());
    assertEquals("decoder.0.step.1.hidden", workspace().focus().orElseThrow().id().path());
    seen.press("Back");
    window.until(() -> workspace().moment().orElse(0) == 30);
    seen.press("Back");
    window.until(() -> workspace().moment().orElse(0) == 29);
    assertEquals(0, rows());
    assertEquals("encoder.0.step.28.hidden", workspace().focus().orElseThrow().id().path());
  }

  @Test
  void aStateThatIsClickedOpensItsStepAndTheTimeStays() throws Exception {
    CellRef cell = new CellRef(TensorId.of("encoder.0.step.7.hidden"), 0, 60);
    seen.click(cell);
    window.until(
        () ->
            workspace()
                .focus()
                .flatMap(Region::asCell)
                .map(CellRef::id)
                .equals(Optional.of(cell.id())));
    assertEquals(30, workspace().moment().orElseThrow());
    assertTrue(Seen.texts(seen.figure()).contains("Inside encoder step 7, which reads “·”"));
  }

  @Test
  void aRowOfTheAlignmentGoesBackToItsStep() throws Exception {
    window.send(new Intent.MoveTo(38));
    window.until(() -> workspace().moment().orElse(0) == 38);
    seen.click(new Target.Control("recurrent.step.2"));
    window.until(() -> workspace().moment().orElse(0) == 32);
    assertEquals(3, rows());
  }

  @Test
  void withoutATeacherItReadsItsOwnWords() throws Exception {
    assertTrue(now().trace().find(TensorId.of("target.tokens")).isPresent());
    turn("Teacher forcing");
    window.until(() -> !workspace().knobs().teacher());
    window.until(() -> now().trace().find(TensorId.of("decoder.step.1.tokens")).isPresent());
    turn("Teacher forcing");
    window.until(() -> now().trace().find(TensorId.of("target.tokens")).isPresent());
  }

  @Test
  void attentionIsCutAndTheAnswerBeforeIsSaid() throws Exception {
    turn("Teacher forcing");
    window.until(() -> !workspace().knobs().teacher());
    window.send(new Intent.MoveTo(40));
    var before = now().trace();
    seen.press("Cut");
    window.until(() -> Cut.isIn(workspace()) && found().uncut().isPresent());
    assertNotEquals(before, now().trace());
    assertTrue(
        seen.figure().reading().stream()
            .anyMatch(line -> line.contains("without the cut: 2013-05-31")),
        seen.figure().reading().toString());
    seen.press("Cut");
    window.until(() -> !Cut.isIn(workspace()));
  }

  @Test
  void otherDirectionIsADifferentRun() throws Exception {
    turn("Reversed");
    window.until(() -> workspace().knobs().otherEnd());
    window.until(() -> now().trace().find(TensorId.of("encoder.by-step")).isPresent());
    List<String> texts = Seen.texts(seen.figure());
    assertTrue(texts.contains("Encoder: one hidden state a token · input reversed"));
  }

  @Test
  void whatIsMeasuredComesByAndBy() throws Exception {
    seen.press("Gradients");
    window.until(() -> found().gradients().filter(GradientStudy::done).isPresent());
    seen.press("Lengths");
    window.until(() -> found().lengths().filter(LengthStudy::done).isPresent());
    seen.press("Models");
    window.until(() -> found().readers().filter(ReaderStudy::done).isPresent());
    assertTrue(found().gradients().isPresent(), "it is not measured again");
    assertEquals(RecurrentPanel.MODELS, workspace().look().recurrent());
  }

  @Test
  void anotherModelReadsTheSameText() throws Exception {
    seen.press("Models");
    window.until(() -> found().readers().filter(ReaderStudy::done).isPresent());
    String typed = workspace().input().source();
    seen.click(new Target.Control("recurrent.open.trained/dates-dot"));
    window.until(() -> workspace().model().equals("trained/dates-dot"));
    assertEquals(typed, workspace().input().source());
    assertEquals(View.RECURRENT, workspace().view());
  }

  @Test
  void theStepsViewSendsOnWhatItCannotShow() throws Exception {
    window.send(new Intent.Open(View.STEPS));
    window.until(() -> workspace().view() == View.STEPS);
    seen.press("Show it through time");
    window.until(() -> workspace().view() == View.RECURRENT);
  }

  @Test
  void aModelWithoutAnythingRecurrentOffersOthers() throws Exception {
    window.send(new Intent.OpenModel("toy/translation"));
    window.until(() -> workspace().model().equals("toy/translation"));
    seen.click(new Target.Control("recurrent.example.trained/word-tags"));
    window.until(() -> workspace().model().equals("trained/word-tags"));
    assertEquals(View.RECURRENT, workspace().view());
    assertTrue(Seen.texts(seen.figure()).contains("determiner"));
  }
}
