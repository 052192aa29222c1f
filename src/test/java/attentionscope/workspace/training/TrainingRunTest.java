package attentionscope.workspace.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.checkpoint.Matrices;
import attentionscope.checkpoint.OwnConfig;
import attentionscope.checkpoint.OwnModel;
import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.TensorId;
import attentionscope.train.Trainer;
import attentionscope.train.task.Tasks;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingRunTest {

  private static final ProgramFolder PROGRAM = ProgramFolder.find();

  /** What says that a task and a kind of model do not suit each other. */
  private static final Set<String> UNSUITED =
      Set.of(
          "train.problem.needs-pairs", "train.problem.needs-decoder", "train.problem.needs-words");

  @TempDir private Path folder;

  static List<String> kinds() throws Problem {
    return TrainingRun.kinds(PROGRAM);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindLearnsEveryTaskThatSuitsIt(String kind) throws Problem {
    Set<String> learned = new TreeSet<>();
    for (String task : new Tasks(PROGRAM).names()) {
      try {
        Trainer.Step step = new TrainingRun(PROGRAM, plan(task, kind, 1)).step();
        assertTrue(Float.isFinite(step.loss()) && step.norm() > 0, task);
        learned.add(task);
      } catch (Problem unsuited) {
        assertTrue(UNSUITED.contains(unsuited.key()), unsuited.getMessage());
      }
    }
    assertFalse(learned.isEmpty());
  }

  @Test
  void everyTaskHasAKindThatLearnsIt() throws Problem {
    for (String task : new Tasks(PROGRAM).names()) {
      assertTrue(kinds().stream().anyMatch(kind -> suits(task, kind)), task);
    }
  }

  private static boolean suits(String task, String kind) {
    try {
      return new TrainingRun(PROGRAM, plan(task, kind, 1)).steps() == 0;
    } catch (Problem unsuited) {
      return false;
    }
  }

  @Test
  void whatIsSavedOpensAsAModelAndSaysTheSame() throws Problem {
    TrainingRun run = new TrainingRun(PROGRAM, plan("reverse", "transformer", 4));
    run.step();
    run.save(folder, run.examine(1, 4));
    OpenedModel opened = new ModelLibrary(PROGRAM).open(folder.toString());
    var read = opened.read(opened.example());
    assertTrue(opened.model().run(read, List.of()).find(TensorId.of("probabilities")).isPresent());
    assertEquals("reverse", Matrices.read(folder.resolve(OwnModel.WEIGHTS)).notes().get("task"));
  }

  @Test
  void aSavedRunGoesOnAsIfItHadNeverStopped() throws Problem {
    Plan plan = plan("copy", "transformer", 6);
    TrainingRun whole = new TrainingRun(PROGRAM, plan);
    TrainingRun first = new TrainingRun(PROGRAM, plan);
    for (int i = 0; i < 3; i++) {
      whole.step();
      first.step();
    }
    first.save(folder, first.examine(1, 2));
    TrainingRun second = TrainingRun.resume(PROGRAM, folder);
    assertEquals(plan, second.plan());
    assertEquals(3, second.steps());
    while (!whole.isDone()) {
      assertEquals(whole.step(), second.step());
    }
    assertTrue(second.isDone());
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    whole.save(one, whole.examine(1, 2));
    second.save(two, second.examine(1, 2));
    assertArrayEquals(bytes(one), bytes(two));
  }

  private static byte[] bytes(Path saved) {
    try {
      return Files.readAllBytes(saved.resolve(TrainingRun.STATE));
    } catch (IOException fault) {
      throw new AssertionError(fault);
    }
  }

  @Test
  void aModelDiffersFromItsKindAsThePlanSays() throws Problem {
    OwnConfig.Change change =
        new OwnConfig.Change(Optional.of("none"), Optional.of(8), Optional.of(1));
    Plan plan = special("which-first", "encoder-only", new Plan.Special(change, none(), 0, none()));
    TrainingRun run = new TrainingRun(PROGRAM, plan);
    run.step();
    run.save(folder, run.examine(1, 2));
    Map<TensorId, FMatrixRMaj> learned = matrices(OwnModel.WEIGHTS);
    assertEquals(8, matrix(learned, "source.embedding.weight").numCols);
    assertEquals(32, matrix(learned, "encoder.0.feedforward.hidden.weight").numCols);
    assertFalse(learned.containsKey(TensorId.of("encoder.1.self.q.weight")));
    OpenedModel opened = new ModelLibrary(PROGRAM).open(folder.toString());
    assertFalse(
        opened
            .run(opened.read(opened.example()), List.of())
            .find(TensorId.of("source.position"))
            .isPresent());
    assertEquals(plan, TrainingRun.resume(PROGRAM, folder).plan());
  }

  @Test
  void aModelWithoutPositionsCannotHaveOthers() {
    OwnConfig.Change change = new OwnConfig.Change(Optional.of("none"), none(), none());
    Plan plan = special("addition", "lstm", new Plan.Special(change, none(), 0, none()));
    Problem problem = assertThrows(Problem.class, () -> new TrainingRun(PROGRAM, plan));
    assertEquals("checkpoint.problem.no-positions", problem.key());
  }

  @Test
  void whatWasLearnedBeforeIsTheBeginning() throws Problem {
    TrainingRun before = new TrainingRun(PROGRAM, plan("english", "decoder-only", 1));
    before.step();
    before.save(folder, before.examine(1, 2));
    Map<TensorId, FMatrixRMaj> learned = matrices(OwnModel.WEIGHTS);
    Plan.Special from =
        new Plan.Special(OwnConfig.Change.NONE, Optional.of(folder.toString()), 0, none());
    TrainingRun after = new TrainingRun(PROGRAM, special("word-tags", "decoder-only", from));
    after.step();
    after.save(folder.resolve("after"), after.examine(1, 2));
    Map<TensorId, FMatrixRMaj> grown = matrices("after/" + OwnModel.WEIGHTS);
    String table = "source.embedding.weight";
    FMatrixRMaj one = matrix(learned, table);
    FMatrixRMaj two = matrix(grown, table);
    for (int i = 0; i < one.data.length; i++) {
      assertEquals(one.data[i], two.data[i], 2e-3f); // a step's rate is 1e-3 at most
    }
    assertEquals(
        "workspace.problem.from-words",
        assertThrows(
                Problem.class,
                () -> new TrainingRun(PROGRAM, special("sentiment", "decoder-only", from)))
            .key());
    assertEquals(
        "workspace.problem.from-kind",
        assertThrows(
                Problem.class,
                () -> new TrainingRun(PROGRAM, special("word-tags", "encoder-only", from)))
            .key());
  }

  @Test
  void fewSamplesComeAgain() throws Problem {
    Plan.Special two = new Plan.Special(OwnConfig.Change.NONE, none(), 2, none());
    Plan still =
        new Plan("copy", "transformer", 3, 4, 2, 0, 0, 0, 0, 0, two); // at rate 0 nothing changes
    TrainingRun run = new TrainingRun(PROGRAM, still);
    float first = run.step().loss();
    assertEquals(first, run.step().loss());
  }

  @Test
  void aModelThatSeesOnlyTheWordsBeforeTellsTheClassAtTheLastOne() throws Problem {
    TrainingRun run =
        new TrainingRun(
            PROGRAM, new Plan("which-first", "decoder-only", 3, 150, 32, 2e-3, 20, 1, 0, 0));
    while (!run.isDone()) {
      run.step();
    }
    assertTrue(run.examine(1, 100).accuracy() > 0.8);
  }

  private Map<TensorId, FMatrixRMaj> matrices(String file) throws Problem {
    return Matrices.read(folder.resolve(file)).byId();
  }

  private static FMatrixRMaj matrix(Map<TensorId, FMatrixRMaj> matrices, String id) {
    return Objects.requireNonNull(matrices.get(TensorId.of(id)));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Plan special(String task, String kind, Plan.Special special) {
    return new Plan(task, kind, 3, 2, 2, 1e-3, 2, 1, 0.1, 0.1, special);
  }

  @Test
  void notesThatAreNoPlanAreRefused() throws Problem {
    TrainingRun run = new TrainingRun(PROGRAM, plan("copy", "transformer", 2));
    run.save(folder, run.examine(1, 1));
    Path state = folder.resolve(TrainingRun.STATE);
    Matrices saved = Matrices.read(state);
    var notes = new HashMap<>(saved.notes());
    notes.put("planned", "soon");
    new Matrices(saved.byId(), notes).write(state);
    assertEquals("workspace.problem.note", refused());
    notes.put("planned", "-3");
    new Matrices(saved.byId(), notes).write(state);
    assertEquals("workspace.problem.plan", refused());
    notes.remove("planned");
    new Matrices(saved.byId(), notes).write(state);
    assertEquals("workspace.problem.no-note", refused());
  }

  private String refused() {
    return assertThrows(Problem.class, () -> TrainingRun.resume(PROGRAM, folder)).key();
  }

  @Test
  void aKindIsAFileOrOneOfThoseThatCome() {
    Problem problem =
        assertThrows(Problem.class, () -> new TrainingRun(PROGRAM, plan("copy", "lstn", 1)));
    assertEquals("workspace.problem.no-kind", problem.key());
  }

  private static Plan plan(String task, String kind, int steps) {
    return new Plan(task, kind, 3, steps, 2, 1e-3, 2, 1, 0.1, 0.1);
  }
}
