package attentionscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import attentionscope.files.Problem;
import attentionscope.files.ProgramFolder;
import attentionscope.lesson.expression.Runs;
import attentionscope.lesson.prose.PlainText;
import attentionscope.lesson.question.Answer;
import attentionscope.lesson.question.CellQuestion;
import attentionscope.lesson.question.ChooseQuestion;
import attentionscope.lesson.question.NumberQuestion;
import attentionscope.lesson.question.TrueFalseQuestion;
import attentionscope.trace.CellRef;
import attentionscope.trace.Intervention;
import attentionscope.trace.Region;
import attentionscope.trace.TensorId;
import attentionscope.trace.Trace;
import attentionscope.workspace.ModelLibrary;
import attentionscope.workspace.Place;
import attentionscope.workspace.Runner;
import attentionscope.workspace.View;
import attentionscope.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lesson 13, played. */
class PlayerTest {
  private static final ProgramFolder PROGRAM = ProgramFolder.find();
  private static final Runner RUNNER = new Runner(new ModelLibrary(PROGRAM));
  private static final TensorId HEAD = TensorId.of("encoder.0.self.head.0");

  private final Lesson lesson = lesson();
  private final Player start = Player.start(lesson);

  private static Lesson lesson() {
    try {
      return Course.read(PROGRAM.lessons(), List.of("en", "ko"))
          .find("13-scaled-dot-product")
          .orElseThrow();
    } catch (Problem problem) {
      throw new AssertionError(problem);
    }
  }

  private Player at(String step) {
    return start.jump(lesson.steps().stream().map(Step::id).toList().indexOf(step));
  }

  private Runs runs(Workspace workspace) throws Problem {
    return new Runs(
        RUNNER.run(workspace), RUNNER.run(lesson.start()), workspace.focus().map(Region::id));
  }

  private Player answered(Player player, Answer answer) throws Problem {
    return player.answer(answer, runs(player.step().answered()));
  }

  private static CellQuestion.Clicked click(String leaf, int row, int column) {
    return new CellQuestion.Clicked(new CellRef(HEAD.child(leaf), row, column));
  }

  private String reply(Player player) throws Problem {
    return PlainText.of(player.say("en", runs(player.workspace())).asked().orElseThrow().reply());
  }

  @Test
  void everyStepShowsItsOwnWorkspaceWhateverCameBefore() {
    Player jumped = start.jump(5);
    Player walked = start;
    for (int i = 0; i < 5; i++) {
      walked = walked.next();
    }
    assertEquals(walked.workspace(), jumped.workspace());
    assertEquals(start.workspace(), jumped.jump(0).workspace());
    assertEquals(View.STEPS, jumped.workspace().view());
    assertEquals(Optional.of(new Place(lesson.id(), 5)), jumped.workspace().place());
  }

  @Test
  void thereIsNothingBeforeTheFirstStepOrBehindTheLast() {
    assertSame(start, start.back());
    Player end = start.jump(lesson.steps().size() - 1);
    assertSame(end, end.next());
    assertTrue(end.isLast());
    assertThrows(IndexOutOfBoundsException.class, () -> start.jump(99));
  }

  @Test
  void stepsThatWereShownAreRemembered() {
    assertEquals(Set.of("three-roles", "one-score", "scale"), start.next().jump(4).visited());
  }

  @Test
  void aWrongCellHasItsReason() throws Problem {
    Player player = at("predict");
    assertEquals("", reply(player));
    assertTrue(reply(answered(player, click("scores", 1, 1))).startsWith("A word need not fit"));
    assertTrue(reply(answered(player, click("scores", 1, 0))).startsWith("I does answer who"));
    assertTrue(reply(answered(player, click("scores", 0, 2))).startsWith("The row is the word"));
  }

  @Test
  void theRightCellShowsWhy() throws Problem {
    Player player = answered(at("predict"), click("scores", 1, 2));
    assertTrue(player.attempt().isRight());
    assertEquals(Optional.of(Region.cell(HEAD.child("scores"), 1, 2)), player.workspace().focus());
    Spoken.Asked asked = player.say("en", runs(player.workspace())).asked().orElseThrow();
    assertEquals(List.of(), asked.reply());
    assertTrue(PlainText.of(asked.why()).contains("2 times 2 gives a score of 4"));
  }

  @Test
  void hintAndAnswerComeWhenAskedFor() throws Problem {
    Player player = at("share");
    Spoken.Asked before = player.say("ko", runs(player.workspace())).asked().orElseThrow();
    assertEquals(List.of(), before.hint());
    assertEquals(List.of(), before.why());
    assertFalse(
        player.hint().say("ko", runs(player.workspace())).asked().orElseThrow().hint().isEmpty());
    Player revealed = player.reveal();
    assertTrue(revealed.attempt().isDone());
    assertFalse(revealed.attempt().isRight());
    assertTrue(
        PlainText.of(revealed.say("ko", runs(revealed.workspace())).asked().orElseThrow().why())
            .startsWith("go의 가중치는 0.245입니다."));
  }

  @Test
  void aNumberMayBeRoundedAndCommonMistakesAreNamed() throws Problem {
    Player player = at("share");
    assertTrue(answered(player, new NumberQuestion.Typed(.24)).attempt().isRight());
    assertTrue(answered(player, new NumberQuestion.Typed(.25)).attempt().isRight());
    assertTrue(
        reply(answered(player, new NumberQuestion.Typed(.33)))
            .startsWith("That divides the score"));
    assertTrue(
        reply(answered(player, new NumberQuestion.Typed(.37))).contains("One step is missing"));
    assertTrue(reply(answered(player, new NumberQuestion.Typed(7))).startsWith("Not quite"));
  }

  @Test
  void aChoiceAboutAChangeIsJudgedOnTheChangedRun() throws Problem {
    Player player = at("no-scale");
    assertTrue(player.workspace().knobs().scale());
    assertFalse(answered(player, new ChooseQuestion.Chosen("same")).attempt().isDone());
    Player right = answered(player, new ChooseQuestion.Chosen("sharper"));
    assertTrue(right.attempt().isRight());
    assertFalse(right.workspace().knobs().scale());
    assertTrue(right.back().workspace().knobs().scale());
  }

  @Test
  void theStatementIsFalse() throws Problem {
    Player player = at("all-scores");
    assertFalse(answered(player, new TrueFalseQuestion.Said(true)).attempt().isRight());
    assertTrue(answered(player, new TrueFalseQuestion.Said(false)).attempt().isRight());
  }

  @Test
  void anAnswerOfAnotherKindIsAMistakeOfTheProgram() {
    assertThrows(
        IllegalArgumentException.class, () -> answered(at("predict"), new NumberQuestion.Typed(2)));
    assertThrows(IllegalStateException.class, () -> start.hint());
  }

  @Test
  void whatIsSaidFollowsWhatTheUserDoes() throws Problem {
    Player player = at("now-try");
    Workspace own =
        player
            .workspace()
            .withInterventions(
                List.of(new Intervention.SetCell(new CellRef(HEAD.child("scores"), 0, 2), 0f)));
    assertTrue(PlainText.of(player.say("en", runs(own)).body()).contains("I looks most at go"));
    assertTrue(PlainText.of(player.say("ko", runs(own)).body()).contains("I는 go를 가장 많이"));
  }

  @Test
  void theTasksOfTheLastStepComeOutAsTheyAreMeant() throws Problem {
    Workspace plain = at("now-try").workspace();
    // "I stay home": home takes most of what go had
    Trace stay = RUNNER.run(plain.withInput(new attentionscope.workspace.Typed("I stay home", "")));
    assertEquals(.787f, stay.get(HEAD.child("weights")).at(0, 2), .0005f);
    // "home go I": numbers move, none changes
    Trace turned = RUNNER.run(plain.withInput(new attentionscope.workspace.Typed("home go I", "")));
    Trace straight = RUNNER.run(plain);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        assertEquals(
            straight.get(HEAD.child("weights")).at(row, column),
            turned.get(HEAD.child("weights")).at(2 - row, 2 - column),
            1e-6f);
      }
    }
    // the score of I for home set to 0: no place is left
    Trace none =
        RUNNER.run(
            plain.withInterventions(
                List.of(new Intervention.SetCell(new CellRef(HEAD.child("scores"), 0, 2), 0f))));
    assertEquals(0f, none.get(HEAD.child("output")).at(0, 1), 1e-6f);
  }
}
