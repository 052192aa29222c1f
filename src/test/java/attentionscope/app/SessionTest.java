package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.ProgramFolder;
import attentionscope.language.Texts;
import attentionscope.lesson.Progress;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.view.Intent;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.workspace.Typed;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one way round, with a worker that works when it is told to. */
class SessionTest {

  private static final String SCORES = "encoder.0.self.head.0.scores";
  private static Program program;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Shown> seen = new ArrayList<>();
  private Session session;
  private boolean begun;

  @BeforeAll
  static void load() throws Exception {
    program = Program.load(ProgramFolder.find());
  }

  @BeforeEach
  void begin() throws Exception {
    Texts english = program.languages().find("en").orElseThrow();
    session =
        new Session(
            program.answers(),
            program.languages(),
            Workspace.of("toy/i-go-home", Typed.source("I go home")),
            Progress.NONE,
            english,
            Theme.LIGHT,
            new Session.Threads(this::later, waiting::add, Runnable::run));
    begun = true;
    session.subscribe(seen::add);
  }

  /** What a session begins with is computed at once. */
  private void later(Runnable task) {
    if (begun) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private static Intent focus(int row, int column) {
    return new Intent.Focus(Region.cell(TensorId.of(SCORES), row, column));
  }

  private static Intent type(String text) {
    return new Intent.Retype(Typed.source(text));
  }

  private String typed() {
    return session.shown().workspace().input().source();
  }

  @Test
  void nothingChangesBeforeItIsComputed() {
    session.send(type("go home"));
    assertEquals("I go home", typed());
    work();
    assertEquals("go home", typed());
    assertEquals(
        2, session.shown().trace().find(TensorId.of(SCORES)).orElseThrow().value().numRows);
  }

  @Test
  void whatWasOvertakenIsDropped() {
    session.send(type("go"));
    session.send(type("go home"));
    session.send(type("home go"));
    int before = seen.size();
    work();
    assertEquals(before + 1, seen.size());
    assertEquals("home go", typed());
  }

  @Test
  void intentsBuildOnWhatWasAskedForAndNotOnWhatIsShown() {
    session.send(type("go home"));
    session.send(focus(1, 0));
    work();
    assertEquals("go home", typed());
    assertEquals(
        Optional.of(Region.cell(TensorId.of(SCORES), 1, 0)), session.shown().workspace().focus());
  }

  @Test
  void whatCannotBeDoneLeavesEverythingAsItWas() {
    Trace trace = session.shown().trace();
    session.send(type("I gone home"));
    work();
    assertSame(trace, session.shown().trace());
    assertEquals("I go home", typed());
    assertEquals(
        "tokenize.problem.unknown-word", session.shown().fault().orElseThrow().problem().key());
    session.send(type("I stay home"));
    work();
    assertTrue(session.shown().fault().isEmpty());
    assertEquals("I stay home", typed());
  }

  @Test
  void whatRunsAlikeKeepsItsTrace() {
    Trace trace = session.shown().trace();
    session.send(focus(0, 1));
    session.send(new Intent.Open(View.STEPS));
    work();
    assertSame(trace, session.shown().trace());
  }

  @Test
  void typingIsTakenBackAsAWhole() {
    session.send(focus(0, 1));
    for (String text : List.of("I", "I home", "I home go")) {
      session.send(type(text));
    }
    work();
    session.send(new Intent.Undo());
    work();
    assertEquals("I go home", typed());
    session.send(new Intent.Redo());
    work();
    assertEquals("I home go", typed());
  }

  @Test
  void backTakesNoEditBack() {
    session.send(focus(0, 1));
    session.send(focus(0, 2));
    session.send(new Intent.Back());
    work();
    assertEquals(
        Optional.of(Region.cell(TensorId.of(SCORES), 0, 1)), session.shown().workspace().focus());
    session.send(type("go home"));
    session.send(new Intent.Back());
    work();
    assertEquals("go home", typed());
    session.send(new Intent.Undo());
    work();
    assertEquals("I go home", typed());
  }

  @Test
  void aLanguageIsSpokenThoughARunIsOvertaken() {
    session.send(new Intent.Speak("ko"));
    session.send(type("go home"));
    work();
    assertEquals("ko", session.shown().texts().language().code());
    assertEquals("go home", typed());
  }

  @Test
  void anUnknownLessonIsSaid() {
    session.send(new Intent.Visit("99-nothing", 0));
    work();
    assertTrue(session.shown().fault().isPresent());
  }
}
