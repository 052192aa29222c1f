package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.figure.Figure;
import attentionscope.figure.Ink;
import attentionscope.figure.Mark;
import attentionscope.figure.Rect;
import attentionscope.figure.Target;
import attentionscope.figure.Tint;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.CellRef;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.shapes.ShapesView;
import attentionscope.workspace.OtherSize;
import attentionscope.workspace.OtherSize.Weight;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does with the shapes view, done by a robot. */
class ShapesWindowTest {

  private static final String ATTENTION = "encoder.1.self.";

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
        Workspace.of("toy/translation", new Typed("나 는 학생 입니다", "I am a student"))
            .withView(View.SHAPES)
            .withFocus(Region.all(TensorId.of(ATTENTION + "head.1.weights")));
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

  private int moment() {
    return now().ride().orElseThrow().at();
  }

  private Region focus() {
    return now().workspace().focus().orElseThrow();
  }

  private String said() throws Exception {
    return String.join(" ", seen.figure().reading());
  }

  @Test
  void isSteppedThroughForwardsAndBackwards() throws Exception {
    int last = now().ride().orElseThrow().count() - 1;
    assertEquals(last, moment(), "at first all is done");
    seen.press("Back");
    window.until(() -> moment() == last - 1);
    window.click(window.find(".transport .icon-only.button", Button.class));
    window.until(() -> moment() == 0);
    String before = said();
    seen.press("Step");
    window.until(() -> moment() == 1);
    assertFalse(said().equals(before));
    window.click(window.canvas());
    window.robot.type(KeyCode.SPACE);
    window.until(() -> moment() == 2);
  }

  @Test
  void whatIsToComeHasNoNumbersYet() throws Exception {
    TensorId weights = TensorId.of(ATTENTION + "head.1.weights");
    assertTrue(isDrawnByCells(seen.figure(), weights));
    send(new Intent.MoveTo(0));
    window.until(() -> moment() == 0);
    assertFalse(isDrawnByCells(seen.figure(), weights));
  }

  private static boolean isDrawnByCells(Figure figure, TensorId id) {
    return !figure.placesOf(new CellRef(id, 0, 0)).isEmpty();
  }

  @Test
  void playingStartsAgainAndGoesOnByItself() throws Exception {
    seen.press("Play");
    window.until(() -> moment() == 0);
    window.until(() -> moment() >= 2);
    seen.press("Pause");
    int stopped = FxThread.call(this::moment);
    Thread.sleep(1000);
    assertEquals(stopped, FxThread.call(this::moment));
  }

  @Test
  void anotherHeadIsFollowedInItsColour() throws Exception {
    assertTrue(hasOutlineOfHead(seen.figure(), 1));
    seen.press("3");
    window.until(() -> focus().id().path().equals(ATTENTION + "head.3.weights"));
    assertTrue(hasOutlineOfHead(seen.figure(), 3));
    assertTrue(Seen.texts(seen.figure()).contains("head 3"));
    assertFalse(Seen.texts(seen.figure()).contains("head 1"));
  }

  private static boolean hasOutlineOfHead(Figure figure, int head) {
    return figure.marks().stream()
        .anyMatch(
            mark ->
                mark instanceof Mark.Box box
                    && box.stroke()
                        .map(line -> line.tint())
                        .equals(Optional.of(new Tint.Head(head))));
  }

  @Test
  void aCardOfTheStackFollowsItsHead() throws Exception {
    Region card = Region.all(TensorId.of(ATTENTION + "head.0.q"));
    seen.click(new Target.Area(card));
    window.until(() -> focus().equals(card));
    window.until(() -> Seen.texts(seen.figure()).contains("head 0"));
  }

  @Test
  void theHeadStaysWhileAMatrixOfAllIsLookedAt() throws Exception {
    send(new Intent.Focus(Region.all(TensorId.of(ATTENTION + "concat"))));
    window.until(() -> focus().id().path().equals(ATTENTION + "concat"));
    assertTrue(Seen.texts(seen.figure()).contains("head 1"));
  }

  @Test
  void theMomentStaysWhileAnotherHeadIsFollowed() throws Exception {
    send(new Intent.MoveTo(4));
    window.until(() -> moment() == 4);
    seen.press("2");
    window.until(() -> focus().id().path().equals(ATTENTION + "head.2.weights"));
    assertEquals(4, FxThread.call(this::moment));
  }

  @Test
  void otherAttentionsAreAButtonAway() throws Exception {
    seen.press("Cross");
    window.until(() -> focus().id().path().equals("decoder.1.cross.head.1.weights"));
    assertTrue(Seen.texts(seen.figure()).contains("X decoder"));
  }

  @Test
  void aClickedCellIsOutlinedAndItsMatrixOnlyWeakly() throws Exception {
    CellRef cell = new CellRef(TensorId.of(ATTENTION + "head.1.weights"), 2, 3);
    seen.click(cell);
    window.until(() -> focus().asCell().equals(Optional.of(cell)));
    Figure figure = seen.figure();
    Rect place = figure.placesOf(cell).getFirst();
    List<Rect> outlines =
        figure.marks().stream()
            .filter(Mark.Box.class::isInstance)
            .map(Mark.Box.class::cast)
            .filter(
                box ->
                    box.stroke().map(line -> line.tint()).equals(Optional.of(Tint.of(Ink.ACCENT))))
            .map(Mark.Box::rect)
            .toList();
    assertEquals(1, outlines.size(), outlines::toString);
    assertTrue(place.inset(-3).contains(outlines.getFirst()), outlines::toString);
    window.robot.type(KeyCode.LEFT);
    window.until(() -> focus().equals(Region.cell(cell.id(), 2, 2)));
  }

  @Test
  void aSizeThatDoesNotFitStopsThere() throws Exception {
    int all = now().ride().orElseThrow().count();
    seen.press("Sizes");
    window.until(() -> seen.has(TextField.class, "Columns of W K"));
    retype("Columns of W K", "12");
    window.until(() -> now().workspace().sizes().equals(List.of(new OtherSize(Weight.K, 32, 12))));
    assertTrue(now().ride().orElseThrow().count() < all);
    assertTrue(said().contains("It stops here"), said());
    assertTrue(now().ride().orElseThrow().atEnd());
    seen.press("As in the run");
    window.until(() -> now().workspace().sizes().isEmpty());
    assertEquals(all, now().ride().orElseThrow().count());
    assertEquals("32", field("Columns of W K").getText());
  }

  @Test
  void aSizeThatFitsHasNoNumbersButGoesThrough() throws Exception {
    int all = now().ride().orElseThrow().count();
    seen.press("Sizes");
    window.until(() -> seen.has(TextField.class, "Columns of W O"));
    retype("Columns of W O", "7");
    window.until(() -> now().workspace().sizes().equals(List.of(new OtherSize(Weight.O, 32, 7))));
    assertEquals(all, now().ride().orElseThrow().count());
    assertFalse(isDrawnByCells(seen.figure(), TensorId.of(ATTENTION + "output")));
  }

  @Test
  void whatIsNoSizeGoesBack() throws Exception {
    seen.press("Sizes");
    window.until(() -> seen.has(TextField.class, "Rows of W Q"));
    for (String wrong : List.of("x", "0", "99999", "-3", "")) {
      retype("Rows of W Q", wrong);
      window.until(() -> field("Rows of W Q").getText().equals("32"));
      assertEquals(List.of(), now().workspace().sizes());
    }
  }

  @Test
  void sizesOfAWorkspaceAreShownUntilTheyArePutAway() throws Exception {
    send(new Intent.Resize(List.of(new OtherSize(Weight.V, 5, 6))));
    window.until(() -> seen.has(TextField.class, "Rows of W V"));
    assertEquals("5", field("Rows of W V").getText());
    seen.press("Sizes");
    window.until(() -> !seen.has(TextField.class, "Rows of W V"));
    assertEquals(1, now().workspace().sizes().size());
  }

  @Test
  void lessonsCanPointAtItsControls() throws Exception {
    ShapesView view = seen.one(ShapesView.class, one -> true);
    for (Control control : List.of(Control.KIND, Control.FOLLOWED, Control.SIZES)) {
      Node node = FxThread.call(() -> view.find(control).orElseThrow());
      assertTrue(FxThread.call(() -> node.isVisible() && node.getScene() != null), control.key());
    }
    assertEquals(Optional.empty(), FxThread.call(() -> view.find(Control.ORDER)));
    send(new Intent.OpenModel("toy/i-go-home"));
    window.until(() -> now().workspace().model().equals("toy/i-go-home"));
    assertEquals(Optional.empty(), FxThread.call(() -> view.find(Control.FOLLOWED)));
  }

  private TextField field(String name) throws Exception {
    return seen.one(TextField.class, field -> name.equals(field.getAccessibleText()));
  }

  private void retype(String name, String text) throws Exception {
    TextField field = field(name);
    window.click(field);
    FxThread.call(
        () -> {
          field.selectAll();
          return true;
        });
    window.robot.type(KeyCode.DELETE).write(text).type(KeyCode.ENTER);
  }

  private void send(Intent intent) throws Exception {
    FxThread.call(
        () -> {
          window.window.session().send(intent);
          return true;
        });
  }
}
