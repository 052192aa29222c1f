package attentionscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.lesson.Checker;
import attentionscope.lesson.Course;
import attentionscope.lesson.Progress;
import attentionscope.lesson.prose.PlainText;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.TensorId;
import attentionscope.view.Intent;
import attentionscope.view.Lecture;
import attentionscope.view.Shown;
import attentionscope.view.Theme;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.laboratory.Laboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons that are edited while one of them is shown. */
class EditedLessonsTest {

  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final String LESSON = "13-scaled-dot-product";
  private static final List<String> CODES = List.of("en", "ko");
  private static final Runner RUNNER = new Runner(new ModelLibrary(PROGRAM));

  @TempDir Path folder;

  private Session session;
  private LessonWatch watch;
  private final List<Edited> told = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    Path lesson = Files.createDirectories(folder.resolve(LESSON));
    try (Stream<Path> files = Files.list(PROGRAM.lessons().resolve(LESSON))) {
      for (Path file : files.toList()) {
        Files.copy(file, lesson.resolve(file.getFileName()));
      }
    }
    edit("lesson.yaml", "needs: [11-query-key-value]\n", "");
    Course course = Course.read(folder, CODES);
    assertEquals(List.of(), course.faults());
    Languages languages = Languages.load(PROGRAM);
    session =
        new Session(
            new RunAnswers(RUNNER, new Laboratory(PROGRAM), course),
            languages,
            Progress.NONE.at(course.lessons().getFirst(), 0).workspace(),
            Progress.NONE,
            languages.find("en").orElseThrow(),
            Theme.LIGHT,
            Session.Threads.INLINE);
    watch = new LessonWatch(folder, course, CODES, new Checker(RUNNER, CODES), this::hear);
    watch.look();
    session.send(new Intent.Step(1));
  }

  private void hear(Edited edited) {
    told.add(edited);
    session.edited(edited);
  }

  private void edit(String file, String old, String replacement) throws IOException {
    Path path = folder.resolve(LESSON).resolve(file);
    Files.writeString(path, Files.readString(path).replace(old, replacement));
  }

  private void look() {
    watch.look();
    watch.look();
  }

  private Shown shown() {
    return session.shown();
  }

  private Lecture lecture() {
    return shown().lecture().orElseThrow();
  }

  private String said() {
    return PlainText.of(lecture().spoken().body());
  }

  @Test
  void nothingIsReadWhileNothingChanges() {
    look();
    look();
    assertEquals(List.of(), told);
  }

  @Test
  void filesThatAreStillBeingWrittenWait() throws IOException {
    edit("en.md", "## one-score: ", "## one-score: Again ");
    watch.look();
    assertEquals(List.of(), told);
    edit("en.md", "## one-score: ", "## one-score: And ");
    watch.look();
    assertEquals(List.of(), told);
    watch.look();
    assertEquals(1, told.size());
    assertTrue(lecture().spoken().title().startsWith("And Again "));
  }

  @Test
  void newWordsAreSaidAtTheSameStepAndTheLearnersRunStays() throws IOException {
    CellRef cell = new CellRef(TensorId.of("encoder.0.self.head.0.scores"), 0, 2);
    session.send(new Intent.Change(List.of(new Intervention.SetCell(cell, 7))));
    edit("en.md", "\n\n### ", "\n\nOne sentence more.\n\n### ");
    edit("en.md", "## one-score: ", "## one-score: Again ");
    look();
    assertEquals(1, lecture().player().index());
    assertTrue(lecture().spoken().title().startsWith("Again "));
    assertEquals(1, shown().workspace().interventions().size());
    assertEquals(List.of(), lecture().faults());
  }

  @Test
  void aStepThatShowsSomethingElseIsShown() throws IOException {
    edit(
        "lesson.yaml",
        "focus: encoder.0.self.head.0.scores[0,2]",
        "focus: encoder.0.self.head.0.k");
    look();
    assertEquals("encoder.0.self.head.0.k", shown().workspace().focus().orElseThrow().toString());
  }

  @Test
  void oneStaysAtTheStepThatOthersMovedAround() throws IOException {
    edit("lesson.yaml", "  - id: one-score\n", "  - id: earlier\n\n  - id: one-score\n");
    for (String code : CODES) {
      edit(code + ".md", "## one-score: ", "## earlier: Earlier\n\nText.\n\n## one-score: ");
    }
    look();
    assertEquals(2, lecture().player().index());
    assertEquals("one-score", lecture().player().step().id());
    assertEquals(2, shown().workspace().place().orElseThrow().step());
  }

  @Test
  void faultsAreNamedAndWhatWasThereStays() throws IOException {
    String before = said();
    edit("lesson.yaml", "focus: encoder.0.self.head.0.scores[0,2]", "fokus: x");
    look();
    assertEquals(before, said());
    assertEquals("lesson.yaml", lecture().faults().getFirst().file().getFileName().toString());
    assertEquals("yaml.problem.unknown-key", lecture().faults().getFirst().problem().key());
    assertEquals(1, shown().lessons().size());
    edit("lesson.yaml", "fokus: x", "focus: encoder.0.self.head.0.k");
    look();
    assertEquals(List.of(), lecture().faults());
    assertEquals("encoder.0.self.head.0.k", shown().workspace().focus().orElseThrow().toString());
  }

  @Test
  void whatIsNotTrueIsNamedAndShown() throws IOException {
    edit("lesson.yaml", "near('encoder.0.self.head.0.q[0,*]', list(2, 0, 1, 0), 0)", "1 == 2");
    edit("en.md", "## one-score: ", "## one-score: Again ");
    look();
    assertEquals("lesson.problem.untrue", lecture().faults().getFirst().problem().key());
    assertTrue(lecture().spoken().title().startsWith("Again "));
  }

  @Test
  void lessonsComeAndGo() throws IOException {
    Path other = folder.resolve("14-other");
    Files.createDirectories(other);
    for (String file : List.of("lesson.yaml", "en.md", "ko.md")) {
      Files.copy(folder.resolve(LESSON).resolve(file), other.resolve(file));
    }
    look();
    assertEquals(2, shown().lessons().size());
    try (Stream<Path> files = Files.list(folder.resolve(LESSON))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    look();
    assertEquals(1, shown().lessons().size());
    assertEquals(Optional.empty(), shown().lecture());
  }

  @Test
  void aFolderThatIsGoneForAMomentDoesNoHarm() throws IOException {
    Path away = folder.resolveSibling(folder.getFileName() + "-away");
    Shown before = shown();
    Files.move(folder, away);
    look();
    Files.move(away, folder);
    look();
    assertEquals(List.of(), told);
    assertSame(before.trace(), shown().trace());
    assertFalse(shown().fault().isPresent());
  }

  @Test
  void anAnsweredQuestionStaysAnsweredUnlessItAsksSomethingElse() throws Problem, IOException {
    session.send(new Intent.Step(2));
    session.send(new Intent.Reveal());
    edit("en.md", "## predict: ", "## predict: Again ");
    look();
    assertTrue(lecture().player().attempt().isDone());
    edit("lesson.yaml", "      row: 1\n", "      row: 0\n");
    look();
    assertEquals("predict", lecture().player().step().id());
    assertFalse(lecture().player().attempt().isDone());
  }
}
