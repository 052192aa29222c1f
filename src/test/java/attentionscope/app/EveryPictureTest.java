package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import attentionscope.files.Problem;
import attentionscope.language.Texts;
import attentionscope.lesson.Progress;
import attentionscope.trace.Region;
import attentionscope.view.Fonts;
import attentionscope.view.Theme;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the window whatever it shows: every step of the lesson and every view. */
class EveryPictureTest {

  private static final String LESSON = "13-scaled-dot-product";

  private static Program program;

  @BeforeAll
  static void load() throws Exception {
    program = TestWindow.program();
    FxThread.start();
    FxThread.call(
        () -> {
          Fonts.load(program.folder());
          return true;
        });
  }

  static Stream<Arguments> pictures() {
    return Stream.of("en", "ko")
        .flatMap(
            language ->
                Stream.of(new Snapshots.Size(1024, 700), new Snapshots.Size(1440, 900))
                    .flatMap(
                        size ->
                            Stream.concat(steps(), views())
                                .map(opening -> Arguments.of(opening, language, size))));
  }

  private static Stream<Opening> steps() {
    return IntStream.range(0, 12).mapToObj(step -> new Opening.OfLesson(LESSON, step));
  }

  private static Stream<Opening> views() {
    return Stream.of(View.LESSONS, View.ATTENTION, View.STEPS, View.POSITIONS)
        .flatMap(
            view ->
                Stream.of(
                    opening(view, "toy/i-go-home", "encoder.0.self.head.0.weights[0,2]"),
                    opening(view, "toy/translation", "decoder.1.cross.head.0.weights[1,2]"),
                    opening(view, "toy/translation", "decoder.0.self.head.2.weights")));
  }

  private static Opening opening(View view, String model, String focus) {
    try {
      Workspace start =
          Workspace.of(model, program.runner().library().open(model).example()).withView(view);
      return new Opening.Of(start.withFocus(Region.parse(focus).orElseThrow()));
    } catch (Problem problem) {
      throw new IllegalStateException(problem);
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void nothingIsCutOffNamelessOrOutside(Opening opening, String language, Snapshots.Size size)
      throws Exception {
    assertEquals(List.of(), faults(opening, language, size));
  }

  private static List<String> faults(Opening opening, String language, Snapshots.Size size)
      throws Exception {
    return FxThread.call(
        () -> {
          Texts texts = program.languages().find(language).orElseThrow();
          Session session =
              new Session(
                  program.answers(),
                  program.languages(),
                  opening.workspace(program, Progress.NONE),
                  Progress.NONE,
                  texts,
                  Theme.LIGHT,
                  Session.Threads.INLINE);
          Scene scene =
              new Scene(new Shell(session, program.drawer()), size.width(), size.height());
          Themes.dress(scene, Theme.LIGHT);
          scene.snapshot(null);
          scene.snapshot(null);
          List<String> found = new ArrayList<>();
          for (Node node : TestWindow.all(scene.getRoot())) {
            if (isCutOff(node)) {
              found.add("cut off: " + node);
            }
            if (isNameless(node)) {
              found.add("without a name: " + node);
            }
            if (node instanceof Parent parent && parent.isNeedsLayout()) {
              found.add("not laid out: " + node);
            }
            if (isOutside(node, size)) {
              found.add("outside of the window: " + node);
            }
          }
          return found;
        });
  }

  private static boolean isCutOff(Node node) {
    return node instanceof Labeled labeled && isItsOwn(node) && labeled.isTextTruncated();
  }

  /** Whether the keyboard reaches it and a reader of the screen would have nothing to say. */
  private static boolean isNameless(Node node) {
    boolean bar = node instanceof ScrollBar || node instanceof ScrollPane;
    String own = Objects.toString(node.getAccessibleText(), "");
    String text = Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
    return node.isFocusTraversable() && isItsOwn(node) && !bar && (own + text).isBlank();
  }

  /** What can be scrolled to is inside; scrolling goes up and down only. */
  private static boolean isOutside(Node node, Snapshots.Size size) {
    if (!(node instanceof Control) || !isItsOwn(node)) {
      return false;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Optional<Bounds> pane = scrolledIn(node);
    double left = pane.map(Bounds::getMinX).orElse(0.0);
    double right = pane.map(Bounds::getMaxX).orElse((double) size.width());
    boolean across = bounds.getMinX() >= left - 1 && bounds.getMaxX() <= right + 1;
    boolean down = bounds.getMinY() >= -1 && bounds.getMaxY() <= size.height() + 1;
    return !across || (pane.isEmpty() && !down);
  }

  /** The text inside of a control is the control's. */
  private static boolean isItsOwn(Node node) {
    return !(node instanceof Label && node.getParent() instanceof Control);
  }

  private static Optional<Bounds> scrolledIn(Node node) {
    for (Node one = node.getParent(); one != null; one = one.getParent()) {
      if (one instanceof ScrollPane pane) {
        return Optional.of(pane.localToScene(pane.getLayoutBounds()));
      }
    }
    return Optional.empty();
  }
}
