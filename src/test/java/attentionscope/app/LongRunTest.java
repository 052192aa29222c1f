package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Texts;
import attentionscope.lesson.Progress;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.trace.Watcher;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.workspace.Computed;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that take so long that their first layer is seen before the last is computed. */
class LongRunTest {

  private static final Region EARLY = Region.all(TensorId.of("encoder.0.self.head.1.weights"));
  private static final Region LATE = Region.all(TensorId.of("decoder.1.cross.head.0.weights"));
  private static Program program;

  private final Deque<Runnable> worker = new ArrayDeque<>();
  private final Deque<Runnable> window = new ArrayDeque<>();
  private final Slow answers = new Slow(program.answers());
  private Session session;
  private boolean begun;

  @BeforeAll
  static void load() throws Exception {
    program = Program.load(ProgramFolder.find());
  }

  @BeforeEach
  void begin() throws Exception {
    Session.Threads threads =
        new Session.Threads(
            task -> later(worker, task), Runnable::run, task -> later(window, task));
    session = session(answers, Workspace.of("toy/i-go-home", Typed.source("I go home")), threads);
    begun = true;
    answers.asked.clear();
  }

  /** What a session begins with is computed at once. */
  private void later(Deque<Runnable> queue, Runnable task) {
    if (begun) {
      queue.add(task);
    } else {
      task.run();
    }
  }

  /** The answers of the program, with each layer handed over on the way. */
  private static final class Slow implements Answers {
    private final Answers answers;
    private final List<Wish> asked = new ArrayList<>();
    private CountDownLatch gate = new CountDownLatch(0);

    private Slow(Answers answers) {
      this.answers = answers;
    }

    @Override
    public Wish wish(Wish now, Answer shown, Intent intent) throws Problem {
      return answers.wish(now, shown, intent);
    }

    @Override
    public Wish edited(Wish now, Edited lessons) {
      return answers.edited(now, lessons);
    }

    @Override
    public Answer to(Wish wish, Optional<Answer> before, Texts texts, Consumer<Answer> soFar)
        throws Problem {
      asked.add(wish);
      Answer now = answers.to(wish, before, texts, part -> {});
      if (before.map(Answer::trace).filter(trace -> trace == now.trace()).isEmpty()) {
        for (Trace part : parts(wish.workspace())) {
          soFar.accept(answers.soFar(wish, of(now, part), texts));
        }
      }
      try {
        gate.await();
      } catch (InterruptedException overtaken) {
        throw new CancellationException();
      }
      return now;
    }

    private static List<Trace> parts(Workspace workspace) throws Problem {
      List<Trace> parts = new ArrayList<>();
      // whatever the clock says, the first layer is told of
      program.runner().run(workspace, new Watcher(0, parts::add));
      return parts;
    }

    private static Answer of(Answer now, Trace part) {
      return new Answer(
          now.wish(),
          now.opened(),
          Computed.whole(part),
          now.outlook(),
          now.sight(),
          now.lecture(),
          now.judging(),
          now.findings(),
          now.rides(),
          now.lessons());
    }

    @Override
    public Answer soFar(Wish wish, Answer answer, Texts texts) {
      return answers.soFar(wish, answer, texts);
    }

    @Override
    public Optional<Answer> completed(Answer answer) throws Problem {
      return answers.completed(answer);
    }
  }

  private static Session session(Answers answers, Workspace start, Session.Threads threads)
      throws Problem {
    return new Session(
        answers,
        program.languages(),
        start.withView(View.MODEL),
        Progress.NONE,
        program.languages().find("en").orElseThrow(),
        Theme.LIGHT,
        threads);
  }

  private void work() {
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
  }

  /** The window does the next thing that was handed to it. */
  private Shown next() {
    window.remove().run();
    return session.shown();
  }

  private Shown end() {
    while (!worker.isEmpty() || !window.isEmpty()) {
      work();
      next();
    }
    return session.shown();
  }

  private void open() {
    session.send(new Intent.OpenModel("toy/translation"));
    work();
  }

  @Test
  void theFirstLayerIsShownUntilTheRunIsThere() {
    open();
    Shown part = next();
    assertFalse(part.trace().isWhole());
    assertEquals("toy/translation", part.workspace().model());
    assertTrue(part.trace().find(EARLY.id()).isPresent());
    assertTrue(part.trace().find(LATE.id()).isEmpty());
    assertTrue(part.outlook().isEmpty());
    Shown whole = end();
    assertTrue(whole.trace().isWhole());
    assertTrue(whole.trace().find(LATE.id()).isPresent());
    assertTrue(whole.outlook().isPresent());
  }

  @Test
  void aWindowBeginsWithTheFirstLayerThatThereIs() throws Exception {
    answers.gate = new CountDownLatch(1);
    Typed example = program.runner().library().open("toy/translation").example();
    List<Thread> others = new ArrayList<>();
    Executor first =
        task -> {
          if (others.isEmpty()) {
            others.add(Thread.startVirtualThread(task));
          } else {
            worker.add(task);
          }
        };
    Session.Threads threads = new Session.Threads(first, Runnable::run, window::add);
    session = session(answers, Workspace.of("toy/translation", example), threads);
    assertFalse(session.shown().trace().isWhole());
    answers.gate.countDown();
    others.getFirst().join();
    assertTrue(end().trace().isWhole());
  }

  @Test
  void oneLooksAroundInAPartAndNothingIsComputedAnew() {
    open();
    Trace part = next().trace();
    session.send(new Intent.Enlarge(EARLY));
    assertEquals(Optional.of(EARLY), session.shown().workspace().focus());
    assertSame(part, session.shown().trace());
    Trace run = end().trace();
    assertTrue(run.isWhole());
    assertEquals(Optional.of(EARLY), session.shown().workspace().focus());
    assertEquals(View.ATTENTION, session.shown().workspace().view());
    assertEquals(2, answers.asked.size());
    session.send(new Intent.Focus(LATE));
    assertSame(run, end().trace());
  }

  @Test
  void whatIsCancelledGivesWayToWhatWasThereBefore() {
    Trace before = session.shown().trace();
    open();
    assertFalse(next().trace().isWhole());
    session.send(new Intent.Cancel());
    assertSame(before, session.shown().trace());
    assertEquals("toy/i-go-home", session.shown().workspace().model());
    assertSame(before, end().trace());
  }

  @Test
  void whatIsTypedOvertakesARunOfWhichAPartIsShown() {
    open();
    next();
    session.send(new Intent.Retype(new Typed("나 는 학생 입니다", "I")));
    Shown then = end();
    assertTrue(then.trace().isWhole());
    assertEquals("I", then.workspace().input().target());
  }

  @Test
  void whatIsAskedForOnceMoreIsComputedAlthoughAPartOfItIsShown() {
    open();
    Shown part = next();
    session.send(new Intent.Retype(new Typed("나 는 학생 입니다", "I")));
    session.send(new Intent.Retype(part.workspace().input()));
    Shown then = end();
    assertTrue(then.trace().isWhole());
    assertEquals(part.workspace().input(), then.workspace().input());
  }

  @Test
  void whatCannotBeDoneLeavesThePartAndTheRunGoesOn() {
    open();
    Trace part = next().trace();
    session.send(new Intent.Visit("no-such-lesson", 0));
    assertTrue(session.shown().fault().isPresent());
    assertSame(part, session.shown().trace());
    assertTrue(end().trace().isWhole());
    assertEquals("toy/translation", session.shown().workspace().model());
  }

  @Test
  void everyViewShowsWhatThereIsAndSaysWhatIsNotThereYet() throws Exception {
    FxThread.start();
    Scene scene = FxThread.call(() -> new Scene(new Shell(session, program.drawer()), 1200, 800));
    open();
    assertFalse(next().trace().isWhole());
    assertEquals(List.of(), missing(scene, EARLY, Set.of(View.GENERATE)));
    assertEquals(
        List.of(),
        missing(
            scene,
            LATE,
            Set.of(View.GENERATE, View.ATTENTION, View.STEPS, View.PLANE, View.SHAPES)));
    assertFalse(session.shown().trace().isWhole());
  }

  /**
   * The views that say that this is yet to come, but should not, or the other way round. The
   * laboratory is none of them: it has models of its own.
   */
  private List<View> missing(Scene scene, Region focus, Set<View> expected) throws Exception {
    List<View> wrong = new ArrayList<>();
    for (View view : View.values()) {
      if (!Set.of(View.LESSONS, View.POSITIONS, View.TRAIN).contains(view)) {
        boolean absent =
            FxThread.call(
                () -> {
                  session.send(new Intent.Focus(focus));
                  session.send(new Intent.Open(view));
                  scene.snapshot(null);
                  return scene.lookup(".absent") != null;
                });
        if (absent != expected.contains(view)) {
          wrong.add(view);
        }
      }
    }
    return wrong;
  }
}
