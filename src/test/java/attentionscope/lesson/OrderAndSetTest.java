package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.language.Languages;
import attentionscope.language.Texts;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.question.NumberQuestion;
import attentionscope.lesson.question.OrderQuestion;
import attentionscope.lesson.question.SetQuestion;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Runner;
import attentionscope.workspace.Typed;
import attentionscope.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are answered by putting things in order, and by changing the run. */
class OrderAndSetTest {
  private static final String ASK =
      "{kind: cell, target: encoder.0.self.head.0.weights, row: 2, answer: argmax}";
  private static final String ORDER = "{kind: order, items: [score, scale, softmax]}";
  private static final String ITEMS =
      "### score: The score\n\n### scale: Divide\n\nNothing to divide yet.\n\n### softmax: Softmax"
          + "\n\n";
  private static final String SET =
      "{kind: set, until: \"value('encoder.0.self.head.0.weights[0,2]') > 0.5\","
          + " try: {set: {mask: none}}}";
  private static final String REVEAL = "reveal: {focus: \"encoder.0.self.head.0.weights[2,0]\"}";
  private static final Languages LANGUAGES = languages();
  private static final Runner RUNNER = new Runner(new ModelLibrary(ProgramFolder.find()));

  @TempDir Path folder;

  private static Languages languages() {
    try {
      return Languages.load(ProgramFolder.find());
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private static SmallLesson ordering(String ask) {
    return new SmallLesson()
        .with("lesson.yaml", ASK, ask)
        .with("en.md", "### hint\n", ITEMS + "### hint\n")
        .with("ko.md", "### hint\n", ITEMS + "### hint\n");
  }

  private static SmallLesson setting(String ask) {
    return new SmallLesson().with("lesson.yaml", ASK, ask);
  }

  private List<String> faults(SmallLesson lesson) throws Problem {
    lesson.write(folder);
    Texts english = LANGUAGES.find("en").orElseThrow();
    return new Checker(RUNNER, List.of("en", "ko"))
        .check(folder).stream()
            .map(
                fault ->
                    fault.file().getFileName() + ":" + fault.line() + ": " + fault.message(english))
            .toList();
  }

  private Player question(SmallLesson lesson) throws Problem {
    lesson.write(folder);
    Course course = Course.read(folder, List.of("en", "ko"));
    assertEquals(List.of(), course.faults());
    return Player.start(course.find(SmallLesson.ID).orElseThrow()).jump(1);
  }

  private static Runs runs(Player player, Workspace workspace) throws Problem {
    return new Runs(
        RUNNER.run(workspace),
        RUNNER.run(player.lesson().start()),
        workspace.focus().map(Region::id));
  }

  private static Player put(Player player, String... items) throws Problem {
    return player.answer(
        new OrderQuestion.Ordered(List.of(items)), runs(player, player.workspace()));
  }

  private static String reply(Player player) throws Problem {
    return PlainText.of(
        player.say("en", runs(player, player.workspace())).asked().orElseThrow().reply());
  }

  @Test
  void soundOnesHaveNoFaults() throws Problem {
    assertEquals(List.of(), faults(ordering(ORDER)));
    assertEquals(List.of(), faults(setting(SET)));
  }

  @Test
  void anOrderHasThreeItemsOrMoreEachOnceAndTitled() throws Problem {
    String few = "An order has 3 to 8 items, each of them once, and none is called hint, wrong";
    for (String items : List.of("[score, scale]", "[score, scale, score]", "[why, score, scale]")) {
      List<String> faults = faults(ordering("{kind: order, items: " + items + "}"));
      assertTrue(faults.getFirst().startsWith("lesson.yaml:13: " + few), faults.toString());
    }
    assertTrue(
        faults(ordering(ORDER).with("ko.md", "### scale: Divide", "### scale"))
            .contains("ko.md:13: The part scale needs its text behind a colon: ### scale: text"));
    assertTrue(
        faults(ordering(ORDER).with("en.md", "### softmax: Softmax\n", ""))
            .getFirst()
            .startsWith("en.md:7: The part softmax of the step guess is missing."));
  }

  @Test
  void anOrderIsShownMixedAndAlwaysInTheSameWay() {
    for (int length = 3; length <= 8; length++) {
      List<String> items = List.of("a", "b", "c", "d", "e", "f", "g", "h").subList(0, length);
      OrderQuestion question = new OrderQuestion(items);
      assertNotEquals(items, question.shuffled());
      assertEquals(new HashSet<>(items), new HashSet<>(question.shuffled()));
      assertEquals(question.shuffled(), new OrderQuestion(items).shuffled());
    }
  }

  @Test
  void theFirstItemOutOfPlaceSaysWhyAndElseWhatIsSaidOfEveryWrongOrder() throws Problem {
    Player player = question(ordering(ORDER));
    assertTrue(put(player, "score", "scale", "softmax").attempt().isRight());
    assertFalse(put(player, "scale", "score", "softmax").attempt().isRight());
    assertEquals("Nothing to divide yet.", reply(put(player, "scale", "score", "softmax")).strip());
    assertEquals("No.", reply(put(player, "score", "softmax", "scale")).strip());
    assertEquals(
        Set.of("score", "scale", "softmax"),
        player.say("en", runs(player, player.workspace())).asked().orElseThrow().lines().keySet());
  }

  @Test
  void aTaskIsNeitherDoneBeforeItBeginsNorImpossible() throws Problem {
    assertTrue(
        faults(setting(SET.replace("> 0.5", "< 0.5")))
            .contains(
                "lesson.yaml:13: The task is done before anybody begins; this is already true:"
                    + " value('encoder.0.self.head.0.weights[0,2]') < 0.5"));
    assertTrue(
        faults(setting(SET.replace("> 0.5", "> 0.9")))
            .contains(
                "lesson.yaml:13: What try does is no solution; this stays untrue:"
                    + " value('encoder.0.self.head.0.weights[0,2]') > 0.9"));
    assertTrue(
        faults(setting(SET.replace("weights[0,2]", "weights[0,7]")))
            .getFirst()
            .startsWith("lesson.yaml:13: encoder.0.self.head.0.weights[0,7] is outside"));
  }

  @Test
  void aTaskNeedsItsClaimAndAWayToBringItAbout() throws Problem {
    assertEquals(
        List.of(
            "lesson.yaml:13: The key until is missing.", "lesson.yaml:13: The key try is missing."),
        faults(setting("{kind: set}")).stream().filter(f -> f.startsWith("lesson")).toList());
    assertTrue(
        faults(setting(SET.replace("{mask: none}", "{maks: none}")))
            .contains("lesson.yaml:13: There is no key maks here. Did you mean: mask?"));
  }

  @Test
  void whatTheLearnerBuiltIsJudged() throws Problem {
    Player player = question(setting(SET));
    Workspace asked = player.workspace();
    assertEquals(player, player.notice(runs(player, asked)));
    Player early = player.answer(new SetQuestion.HandedIn(), runs(player, asked));
    assertFalse(early.attempt().isDone());
    assertEquals("No.", reply(early).strip());
    Workspace own =
        asked.withInterventions(
            List.of(
                new Intervention.SetCell(
                    new CellRef(TensorId.of("encoder.0.self.head.0.masked"), 0, 2), 9)));
    assertTrue(early.notice(runs(player, own)).attempt().isRight());
    assertEquals(2, early.notice(runs(player, own)).attempt().tries().size());
  }

  @Test
  void aRunWithoutWhatTheClaimNamesIsNoSolution() throws Problem {
    Player player = question(setting(SET));
    Workspace shorter = player.workspace().withInput(Typed.source("I go"));
    assertEquals(player, player.notice(runs(player, shorter)));
  }

  @Test
  void theAnswerIsWhatTryDoesAndWhatRevealAddsToIt() throws Problem {
    Player player = question(setting(SET)).reveal();
    assertEquals(attentionscope.workspace.Knobs.Mask.NONE, player.workspace().knobs().mask());
    assertEquals(
        Optional.of(Region.cell(TensorId.of("encoder.0.self.head.0.weights"), 2, 0)),
        player.workspace().focus());
    Player plain = question(setting(SET).with("lesson.yaml", REVEAL, "input: I go home"));
    assertEquals(plain.step().answered(), ((SetQuestion) plain.step().question().get()).solved());
  }

  @Test
  void theGoalMayBeSaidInASentence() throws Problem {
    String goal = "### goal: More than half on home.\n\n### hint\n";
    SmallLesson lesson =
        setting(SET).with("en.md", "### hint\n", goal).with("ko.md", "### hint\n", goal);
    assertEquals(List.of(), faults(lesson));
    Player player = question(lesson);
    assertEquals(
        "More than half on home.",
        PlainText.line(
            player
                .say("en", runs(player, player.workspace()))
                .asked()
                .orElseThrow()
                .lines()
                .get("goal")));
  }

  @Test
  void anAnswerOfAnotherKindIsAMistakeOfTheProgram() throws Problem {
    Player task = question(setting(SET));
    Runs runs = runs(task, task.workspace());
    assertThrows(
        IllegalArgumentException.class, () -> task.answer(new NumberQuestion.Typed(1), runs));
    Player order = question(ordering(ORDER));
    assertThrows(IllegalArgumentException.class, () -> put(order, "score"));
  }
}
