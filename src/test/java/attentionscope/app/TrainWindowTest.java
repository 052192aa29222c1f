package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.analysis.AttentionSite;
import attentionscope.analysis.HeadPattern;
import attentionscope.analysis.HeadPattern.Direction;
import attentionscope.trace.Node;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import attentionscope.workspace.laboratory.Experiment;
import attentionscope.workspace.laboratory.LabState;
import attentionscope.workspace.laboratory.Name;
import attentionscope.workspace.training.Plan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody trains a model, done by a robot. */
class TrainWindowTest {

  /** From this mean weight on a diagonal stands out of a heatmap. */
  private static final double STANDS = 0.6;

  /** What the window's thread may take while a model learns. */
  private static final double MOST_OF_A_CORE = 0.5;

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
    Workspace start = Workspace.of("toy/i-go-home", Typed.source("I go home"));
    window = TestWindow.open(program, new Opening.Of(start));
    seen = new Seen(window);
  }

  @AfterEach
  void close() throws Exception {
    program.laboratory().pause();
    window.close();
  }

  private Shown now() {
    return window.window.session().shown();
  }

  private LabState lab() {
    return program.laboratory().state();
  }

  private int shownStep() {
    return Name.parse(now().workspace().model()).map(Name::step).orElse(-1);
  }

  private void tries(Plan plan) throws Exception {
    window.send(new Intent.Try(Experiment.of(plan)));
    window.until(
        () ->
            lab().experiment().plan().equals(plan)
                && shownStep() == lab().step()
                && Name.parse(now().workspace().model()).isPresent());
    window.send(new Intent.Open(View.TRAIN));
    window.until(() -> now().sight().isPresent());
  }

  /** How much a trace's cross-attention stands on its anti-diagonal, in the head where most. */
  private static double antiDiagonal(Trace trace) {
    double most = 0;
    for (AttentionSite site : AttentionSite.of(trace)) {
      for (int head = 0; head < site.heads(); head++) {
        Node weights = trace.find(site.head(head).child("weights")).orElseThrow();
        if (site.kind() == AttentionSite.Kind.CROSS) {
          most = Math.max(most, HeadPattern.mean(weights, Direction.ANTI_DIAGONAL));
        }
      }
    }
    return most;
  }

  @Test
  void reverseIsLearnedUntilTheAntiDiagonalStandsAndGoneBackToWhereItDidNot() throws Exception {
    tries(new Plan("reverse", "transformer", 1, 1000, 64, 0.002, 100, 1, 0, 0));
    window.send(new Intent.Retype(new Typed("a d f b c", "c b f d a")));
    window.until(() -> now().workspace().input().source().equals("a d f b c"));
    double untrained = antiDiagonal(now().trace());
    assertTrue(untrained < STANDS / 2, "untrained: " + untrained);
    seen.press("Learn");
    window.patiently(() -> antiDiagonal(now().trace()) > STANDS);
    seen.press("Pause");
    window.until(() -> !lab().playing());
    window.until(() -> shownStep() == lab().step());
    int learned = shownStep();
    assertTrue(now().sight().orElseThrow().through().size() > 4);

    // every view follows
    window.send(new Intent.Open(View.ATTENTION));
    window.until(() -> now().workspace().view() == View.ATTENTION);
    assertEquals("training@" + learned, now().workspace().model());
    window.send(new Intent.Focus(Region.all(CROSS)));

    seen.press("To the start");
    window.until(() -> shownStep() == 0);
    assertEquals(untrained, antiDiagonal(now().trace()));
    assertEquals(View.ATTENTION, now().workspace().view());
    assertEquals(CROSS, now().workspace().focus().orElseThrow().id());
  }

  @Test
  void theLaboratoryOpensFromTheRailAndTakesSingleSteps() throws Exception {
    seen.press("Train");
    window.until(() -> now().workspace().view() == View.TRAIN && now().sight().isPresent());
    int before = lab().step();
    seen.press("One step");
    window.until(() -> shownStep() == before + 1);
    assertFalse(lab().playing());
    assertNotEquals(0, now().sight().orElseThrow().answers().size());
  }

  @Test
  void closingWhileItLearnsAsksOnce() throws Exception {
    tries(new Plan("reverse", "transformer", 3, 500, 4, 0.002, 2, 1, 0, 0));
    program.laboratory().pace(5);
    window.send(new Intent.Train(Intent.Train.Order.PLAY));
    window.until(() -> lab().playing());
    seen.read(
        () -> {
          window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
          return true;
        });
    seen.press("Stay");
    assertTrue(window.stage.isShowing());
    assertTrue(lab().playing());
    program.laboratory().pace(0);
  }

  @Test
  void theWindowsThreadHasLittleToDoWhileAModelLearns() throws Exception {
    tries(new Plan("reverse", "transformer", 4, 2000, 16, 0.002, 100, 1, 0, 0));
    seen.press("Learn");
    window.until(() -> lab().step() > 40 && shownStep() > 0); // everything has been drawn once
    long thread = seen.read(() -> Thread.currentThread().threadId());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = System.nanoTime();
    long before = threads.getThreadCpuTime(thread);
    TimeUnit.SECONDS.sleep(4);
    long worked = threads.getThreadCpuTime(thread) - before;
    double share = (double) worked / (System.nanoTime() - begin);
    assertTrue(lab().playing(), "it still learns");
    assertTrue(share < MOST_OF_A_CORE, "share of a core: " + share);
  }

  @Test
  void whatCannotBeIsSaidAndNothingChanges() throws Exception {
    tries(new Plan("reverse", "transformer", 2, 5, 4, 0.002, 2, 1, 0, 0));
    window.send(new Intent.Replan("rate", "fast"));
    window.until(() -> now().fault().isPresent());
    assertEquals("workspace.problem.note", now().fault().orElseThrow().problem().key());
    assertEquals(2, lab().experiment().plan().seed());
    assertEquals("training@0", now().workspace().model());
  }
}
