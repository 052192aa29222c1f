package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import attentionscope.figure.Figure;
import attentionscope.figure.Hit;
import attentionscope.figure.Target;
import attentionscope.lesson.prose.Control;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.canvas.FigureCanvas;
import attentionscope.view.heads.HeadsView;
import attentionscope.workspace.HeadsLook;
import attentionscope.workspace.HeadsLook.Order;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does with the view of all heads, done by a robot. */
class HeadsWindowTest {

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
            .withView(View.HEADS)
            .withFocus(weights("encoder.0.self", 1));
    window = TestWindow.open(program, new Opening.Of(start));
    seen = new Seen(window);
  }

  @AfterEach
  void close() throws Exception {
    window.close();
  }

  private static Region weights(String site, int head) {
    return Region.all(TensorId.of(site + ".head." + head + ".weights"));
  }

  private Shown now() {
    return window.window.session().shown();
  }

  private HeadsLook look() {
    return now().workspace().look().heads();
  }

  private Region focus() {
    return now().workspace().focus().orElseThrow();
  }

  /** The heads in the order in which they stand, line by line. */
  private List<Hit.Area> tiles() throws Exception {
    List<Hit.Area> tiles = new ArrayList<>();
    for (Hit hit : seen.figure().hits()) {
      if (hit instanceof Hit.Area area && area.target() instanceof Target.Area) {
        tiles.add(area);
      }
    }
    tiles.sort(
        Comparator.<Hit.Area>comparingDouble(tile -> tile.rect().y())
            .thenComparingDouble(tile -> tile.rect().x()));
    return tiles;
  }

  /** A measure that each head says of itself, in the order in which they stand. */
  private List<Double> measures(String before) throws Exception {
    List<Double> all = new ArrayList<>();
    for (Hit.Area tile : tiles()) {
      String says = tile.reading();
      String rest = says.substring(says.indexOf(before) + before.length()).strip();
      all.add(Double.valueOf(rest.substring(0, rest.indexOf(' '))));
    }
    return all;
  }

  @Test
  void everyHeadOfTheKindIsThereOnce() throws Exception {
    List<Region> shown =
        tiles().stream().map(tile -> ((Target.Area) tile.target()).region()).toList();
    List<Region> wanted = new ArrayList<>();
    for (int layer = 0; layer < 2; layer++) {
      for (int head = 0; head < 4; head++) {
        wanted.add(weights("encoder." + layer + ".self", head));
      }
    }
    assertEquals(wanted, shown);
  }

  @Test
  void sortsByEntropyAndByDistance() throws Exception {
    seen.press("entropy");
    window.until(() -> look().order() == Order.ENTROPY);
    List<Double> entropies = measures("entropy");
    assertEquals(8, entropies.size());
    assertEquals(entropies.stream().sorted().toList(), entropies);
    seen.press("distance");
    window.until(() -> look().order() == Order.DISTANCE);
    List<Double> distances = measures("looks");
    assertEquals(distances.stream().sorted().toList(), distances);
    seen.press("layers");
    window.until(() -> look().order() == Order.LAYER);
    assertEquals(
        weights("encoder.0.self", 0), ((Target.Area) tiles().getFirst().target()).region());
  }

  @Test
  void theLimitLeavesHeadsOut() throws Exception {
    seen.press("entropy");
    window.until(() -> look().order() == Order.ENTROPY);
    Slider slider = seen.one(Slider.class, one -> one.getAccessibleText().startsWith("≤"));
    List<Double> all = measures("entropy");
    FxThread.call(
        () -> {
          slider.requestFocus();
          return true;
        });
    for (int i = 0; i < 4; i++) {
      window.robot.type(KeyCode.LEFT);
    }
    window.until(() -> look().limit().isPresent() && tiles().size() < 8);
    double most = look().limit().getAsDouble();
    assertEquals(all.stream().filter(entropy -> entropy <= most).toList(), measures("entropy"));
    assertTrue(slider.getAccessibleText().contains(String.format("%.2f", most)));
    FxThread.call(
        () -> {
          slider.setValue(slider.getMax());
          return true;
        });
    window.until(() -> tiles().size() == 8);
    assertEquals(OptionalDouble.empty(), look().limit(), "all the way up is no limit");
  }

  @Test
  void aLimitOfEntropyIsNoneOfDistance() throws Exception {
    send(new Intent.Arrange(HeadsLook.PLAIN.withLimit(OptionalDouble.of(1.7))));
    window.until(() -> look().limit().isPresent());
    seen.press("distance");
    window.until(() -> look().order() == Order.DISTANCE);
    assertEquals(OptionalDouble.empty(), look().limit());
    assertEquals(8, tiles().size());
  }

  @Test
  void aScaleForEachHasNoLegend() throws Exception {
    assertTrue(legend(seen.figure()));
    window.click(seen.one(ToggleSwitch.class, one -> "one scale".equals(one.getText())));
    window.until(() -> !look().oneScale());
    assertFalse(legend(seen.figure()));
    assertTrue(Seen.texts(seen.figure()).contains("inside each: queries ↓ keys →"));
  }

  private static boolean legend(Figure figure) {
    return Seen.texts(figure).contains("0");
  }

  @Test
  void aClickOpensTheHeadLargeAndEscapeLeadsBack() throws Exception {
    Region wanted = weights("encoder.1.self", 2);
    seen.click(new Target.Area(wanted));
    window.until(() -> now().workspace().view() == View.ATTENTION);
    assertEquals(wanted, focus());
    window.robot.type(KeyCode.ESCAPE);
    window.until(() -> now().workspace().view() == View.HEADS);
  }

  @Test
  void arrowKeysGoFromHeadToHeadAndEnterOpens() throws Exception {
    FigureCanvas canvas = window.canvas();
    FxThread.call(
        () -> {
          canvas.requestFocus();
          return true;
        });
    window.robot.type(KeyCode.RIGHT);
    window.until(() -> focus().equals(weights("encoder.0.self", 2)));
    window.robot.type(KeyCode.DOWN);
    window.until(() -> focus().equals(weights("encoder.1.self", 2)));
    window.robot.type(KeyCode.LEFT);
    window.until(() -> focus().equals(weights("encoder.1.self", 1)));
    assertEquals(View.HEADS, now().workspace().view());
    window.robot.type(KeyCode.ENTER);
    window.until(() -> now().workspace().view() == View.ATTENTION);
    assertEquals(weights("encoder.1.self", 1), focus());
  }

  @Test
  void crossAttentionHasNoDistance() throws Exception {
    seen.press("distance");
    window.until(() -> look().order() == Order.DISTANCE);
    seen.press("Cross");
    window.until(() -> focus().id().path().startsWith("decoder.0.cross"));
    List<Double> entropies = measures("entropy");
    assertEquals(entropies.stream().sorted().toList(), entropies);
    assertFalse(
        seen.read(
            () ->
                TestWindow.all(window.stage.getScene().getRoot()).stream()
                    .anyMatch(
                        node ->
                            node instanceof javafx.scene.control.ToggleButton one
                                && "distance".equals(one.getText()))));
  }

  @Test
  void lessonsCanPointAtItsControls() throws Exception {
    HeadsView view = seen.one(HeadsView.class, one -> true);
    for (Control control :
        List.of(Control.KIND, Control.ORDER, Control.LIMIT, Control.ONE_SCALE, Control.HEADS)) {
      Node node = FxThread.call(() -> view.find(control).orElseThrow());
      assertTrue(FxThread.call(() -> node.isVisible() && node.getScene() != null), control.key());
    }
  }

  private void send(Intent intent) throws Exception {
    FxThread.call(
        () -> {
          window.window.session().send(intent);
          return true;
        });
  }
}
