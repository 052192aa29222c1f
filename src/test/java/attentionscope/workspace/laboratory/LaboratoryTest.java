package attentionscope.workspace.laboratory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.trace.Node;
import attentionscope.trace.Trace;
import attentionscope.train.Trainer;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.OpenedModel;
import attentionscope.workspace.training.Plan;
import attentionscope.workspace.training.Recipe;
import attentionscope.workspace.training.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryTest {

  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final Plan SMALL =
      new Plan("reverse", "transformer", 5, 12, 8, 0.002, 4, 1, 0.1, 0);
  private static final int PATIENCE = 60;

  private final Laboratory laboratory = new Laboratory(PROGRAM);

  private LabState until(Predicate<LabState> so) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!so.test(laboratory.state())) {
      assertTrue(System.nanoTime() < end, "still not so");
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return laboratory.state();
  }

  @Test
  void itsRunGivesTheBitsOfTheCommandLine() throws Exception {
    TrainingRun run = new TrainingRun(PROGRAM, SMALL);
    run.examine(SMALL.seed(), 64);
    List<Trainer.Step> steps = new ArrayList<>();
    while (!run.isDone()) {
      steps.add(run.step());
    }
    laboratory.prepare(Experiment.of(SMALL));
    laboratory.play();
    LabState end = until(state -> state.ended().isPresent());
    assertEquals(steps, end.runs().getFirst().steps());
    assertEquals(Optional.of(LabState.Ending.STEPS), end.ended());
    assertFalse(end.playing());
    assertSameNumbers(run.frozen("same"), laboratory.lend("training@12").orElseThrow());
  }

  private static void assertSameNumbers(OpenedModel one, OpenedModel other) throws Problem {
    Trace a = one.run(one.read(one.example()), List.of());
    Trace b = other.run(other.read(other.example()), List.of());
    for (Node node : a.nodes()) {
      float[] cells = b.find(node.id()).orElseThrow().value().data;
      for (int i = 0; i < node.value().getNumElements(); i++) {
        assertEquals(
            Float.floatToRawIntBits(node.value().data[i]), Float.floatToRawIntBits(cells[i]));
      }
    }
  }

  @Test
  void aSnapshotStaysAsItWasThen() throws Exception {
    laboratory.prepare(Experiment.of(SMALL));
    OpenedModel before = laboratory.lend("training@0").orElseThrow();
    Trace then = before.run(before.read(before.example()), List.of());
    laboratory.step();
    until(state -> state.step() == 1);
    Trace now = before.run(before.read(before.example()), List.of());
    for (Node node : then.nodes()) {
      assertEquals(node.at(0, 0), now.find(node.id()).orElseThrow().at(0, 0));
    }
    OpenedModel after = laboratory.lend("training@1").orElseThrow();
    Trace learned = after.run(after.read(after.example()), List.of());
    assertNotEquals(
        then.nodes().getLast().at(0, 0), learned.nodes().getLast().at(0, 0), "it has learned");
  }

  @Test
  void stepsArePausedAndTakenOneByOne() throws Exception {
    laboratory.prepare(Experiment.of(SMALL));
    laboratory.step();
    laboratory.step();
    until(state -> state.step() == 2);
    laboratory.pace(1);
    laboratory.play();
    laboratory.pause();
    int stood = laboratory.state().step();
    TimeUnit.MILLISECONDS.sleep(200);
    assertTrue(laboratory.state().step() <= stood + 1);
  }

  @Test
  void twoRunsGoInStepAndDifferInOneThing() throws Exception {
    Experiment both = Experiment.of(SMALL).withAgainst(Optional.of(Difference.SEED));
    laboratory.prepare(both);
    laboratory.play();
    LabState end = until(state -> state.ended().isPresent());
    assertEquals(2, end.runs().size());
    RunSoFar first = end.runs().getFirst();
    RunSoFar second = end.runs().getLast();
    assertEquals(first.step(), second.step());
    assertEquals(first.plan().with("seed", 6), second.plan());
    assertNotEquals(first.steps(), second.steps());
    assertNotEquals(
        laboratory.lend("training@12").orElseThrow(),
        laboratory.lend("training-b@12").orElseThrow());
    Laboratory alone = new Laboratory(PROGRAM);
    alone.reach(Experiment.of(SMALL), 12);
    assertEquals(alone.state().runs().getFirst().steps(), first.steps(), "B leaves A as it is");
  }

  @Test
  void everyDifferenceIsOne() {
    Plan plan = Plan.usual("reverse", "transformer");
    for (Difference difference : Difference.values()) {
      Plan other = difference.of(plan).orElseThrow();
      assertNotEquals(plan, other);
      assertEquals(plan.task(), other.task());
    }
    assertEquals(
        Optional.empty(),
        Difference.NO_CLIP.of(SMALL).flatMap(Difference.NO_CLIP::of),
        "none left");
  }

  @Test
  void itStopsWhereEnoughAnswersAreRight() throws Exception {
    laboratory.prepare(Experiment.of(SMALL).withUntil(OptionalDouble.of(0)));
    laboratory.play();
    LabState end = until(state -> state.ended().isPresent());
    assertEquals(Optional.of(LabState.Ending.UNSEEN), end.ended());
    assertEquals(1, end.step());
  }

  @Test
  void whatCannotBeFollowedLeavesEverythingAsItWas() throws Exception {
    laboratory.prepare(Experiment.of(SMALL));
    LabState before = laboratory.state();
    Plan none = new Plan("reverse", "decoder-only", 1, 10, 8, 0.1, 1, 1, 0, 0);
    assertThrows(Problem.class, () -> laboratory.prepare(Experiment.of(none)));
    assertSame(before, laboratory.state());
  }

  @Test
  void aRecipeOpensAsTheModelItGives() throws Exception {
    ModelLibrary library = new ModelLibrary(PROGRAM, laboratory);
    String recipe = PROGRAM.assets().resolve("recipes/reverse.yaml").toString();
    OpenedModel opened = library.open(recipe + "@2");
    assertSame(opened, library.open("training@2"));
    assertEquals("workspace.problem.no-snapshot", refused(library, "training@3"));
    assertEquals("workspace.problem.beyond-plan", refused(library, recipe + "@9999999"));
    assertSame(opened, library.open("training@2"), "and what there was is still there");
  }

  private static String refused(ModelLibrary library, String name) {
    return assertThrows(Problem.class, () -> library.open(name)).key();
  }

  @Test
  void whatIsSavedOpensAndTellsThePlan(@TempDir Path folder) throws Exception {
    laboratory.reach(Experiment.of(SMALL), 6);
    for (int step : List.of(2, 6)) {
      Path model = folder.resolve("after-" + step);
      laboratory.saveModel(model, Name.parse("training@" + step).orElseThrow());
      assertSameNumbers(
          laboratory.lend("training@" + step).orElseThrow(),
          new ModelLibrary(PROGRAM).open(model.toString()));
    }
    Path recipe = folder.resolve("recipe.yaml");
    laboratory.saveRecipe(recipe, Name.parse("training@6").orElseThrow());
    assertEquals(SMALL, Recipe.read(recipe).plan());
    Path curves = folder.resolve("curves.csv");
    laboratory.saveCurves(curves);
    List<String> lines = Files.readAllLines(curves);
    assertEquals(1 + 1 + 6, lines.size());
    assertTrue(lines.get(2).startsWith("A,1,"), lines.get(2));
  }

  @Test
  void aTrainingThatWasKeptGoesOnAsIfItHadNeverEnded(@TempDir Path folder) throws Exception {
    laboratory.keepIn(folder);
    assertEquals(Optional.empty(), laboratory.left());
    laboratory.reach(Experiment.of(SMALL), 5);
    laboratory.keep();
    Laboratory next = new Laboratory(PROGRAM);
    next.keepIn(folder);
    next.resume(next.left().orElseThrow());
    assertEquals(5, next.state().step());
    assertFalse(next.hasLearned());
    next.reach(Experiment.of(SMALL), 12);
    laboratory.reach(Experiment.of(SMALL), 12);
    assertSameNumbers(
        laboratory.lend("training@12").orElseThrow(), next.lend("training@12").orElseThrow());
  }

  @Test
  void headsThatDoNotShareTheWidthAreRefusedInASentence() throws Exception {
    Plan three = SMALL.with("heads", 3);
    Problem problem = assertThrows(Problem.class, () -> laboratory.prepare(Experiment.of(three)));
    assertEquals("checkpoint.problem.heads", problem.key());
    laboratory.prepare(Experiment.of(SMALL.with("heads", 2)));
    assertEquals(1, laboratory.state().runs().size());
  }

  @Test
  void keptSnapshotsStayEvenlySpread() {
    OpenedModel model = nothing();
    Kept kept = new Kept(20);
    for (int step = 0; step <= 1000; step++) {
      kept.add(new Snapshot(step, model, Map.of()));
    }
    List<Integer> steps = kept.all().stream().map(Snapshot::step).toList();
    assertEquals(20, steps.size());
    assertEquals(0, steps.getFirst());
    assertEquals(1000, steps.getLast());
    for (int i = 1; i < steps.size(); i++) {
      assertTrue(steps.get(i) - steps.get(i - 1) <= 130, steps.toString());
    }
  }

  private static OpenedModel nothing() {
    try {
      return new ModelLibrary(PROGRAM).open("toy/i-go-home");
    } catch (Problem missing) {
      throw new AssertionError(missing);
    }
  }
}
